package main

import (
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
)

// Registers a revision with the image and returns its ARN.
func (s session) register(image string) (*string, error) {
	registered, err := s.ecs.RegisterTaskDefinition(s.ctx, &ecs.RegisterTaskDefinitionInput{
		Family:                  aws.String("shop"),
		NetworkMode:             types.NetworkModeAwsvpc,
		RequiresCompatibilities: []types.Compatibility{types.CompatibilityFargate},
		Cpu:                     aws.String("256"),
		Memory:                  aws.String("512"),
		ExecutionRoleArn:        aws.String("arn:aws:iam::123456789012:role/ecsTaskExecutionRole"),
		ContainerDefinitions: []types.ContainerDefinition{{
			Name:         aws.String("app"),
			Image:        &image,
			PortMappings: []types.PortMapping{{ContainerPort: port}},
		}},
	})
	if err != nil {
		return nil, err
	}
	return registered.TaskDefinition.TaskDefinitionArn, nil
}

// Starts a deployment of the image and returns its id.
func (s session) deploy(image string) (string, error) {
	definition, err := s.register(image)
	if err != nil {
		return "", err
	}
	updated, err := s.ecs.UpdateService(s.ctx, &ecs.UpdateServiceInput{
		Cluster: cluster, Service: service, TaskDefinition: definition,
	})
	if err != nil {
		return "", err
	}
	return primary(updated.Service), nil
}

// Waits until the deployment has ended, and returns how.
func (s session) follow(id string) (string, error) {
	arn, err := s.serviceDeployment(id)
	if err != nil {
		return "", err
	}
	for {
		described, err := s.ecs.DescribeServiceDeployments(s.ctx, &ecs.DescribeServiceDeploymentsInput{
			ServiceDeploymentArns: []string{*arn},
		})
		if err != nil {
			return "", err
		}
		if found := described.ServiceDeployments[0]; found.FinishedAt != nil {
			return string(found.Status), nil
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// The service deployment of a deployment, which shares its digits with the revision that it brings.
func (s session) serviceDeployment(id string) (*string, error) {
	before := time.Now().Add(-time.Hour)
	for {
		listed, err := s.ecs.ListServiceDeployments(s.ctx, &ecs.ListServiceDeploymentsInput{
			Cluster: cluster, Service: service, CreatedAt: &types.CreatedAt{After: &before},
		})
		if err != nil {
			return nil, err
		}
		for _, brief := range listed.ServiceDeployments {
			if shortName(*brief.TargetServiceRevisionArn) == shortName(id) {
				return brief.ServiceDeploymentArn, nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (s session) waitUntilStable() error {
	waiter := ecs.NewServicesStableWaiter(s.ecs, func(options *ecs.ServicesStableWaiterOptions) {
		options.MinDelay, options.MaxDelay = 200*time.Millisecond, time.Second
	})
	return waiter.Wait(s.ctx, s.services(), 30*time.Second)
}

func (s session) describe() (types.Service, error) {
	input := s.services()
	input.Include = []types.ServiceField{types.ServiceFieldTags}
	described, err := s.ecs.DescribeServices(s.ctx, input)
	if err != nil {
		return types.Service{}, err
	}
	return described.Services[0], nil
}

func (s session) services() *ecs.DescribeServicesInput {
	return &ecs.DescribeServicesInput{Cluster: cluster, Services: []string{*service}}
}

func primary(service *types.Service) string {
	for _, deployment := range service.Deployments {
		if *deployment.Status == "PRIMARY" {
			return *deployment.Id
		}
	}
	return ""
}

func shortName(arn string) string {
	return arn[strings.LastIndex(arn, "/")+1:]
}
