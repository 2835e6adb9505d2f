// One service from nothing to a rollback and back to nothing by the AWS SDK for Go, in the calls that tools built on it
// make. Prints what it saw as JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	cloudwatchtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
)

var (
	cluster = aws.String("shop")
	service = aws.String("web")
	port    = aws.Int32(5001)
)

type session struct {
	ctx        context.Context
	ecs        *ecs.Client
	cloudwatch *cloudwatch.Client
	// The images whose container starts, and the one whose container does not.
	works, crashes string
	targetGroup    string
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	config := aws.Config{
		BaseEndpoint:     aws.String(os.Args[1]),
		Region:           "eu-west-1",
		Credentials:      credentials.NewStaticCredentialsProvider("AKIAIOSFODNN7EXAMPLE", "simulated", ""),
		RetryMaxAttempts: 1,
	}
	s := session{
		ctx:         ctx,
		ecs:         ecs.NewFromConfig(config),
		cloudwatch:  cloudwatch.NewFromConfig(config),
		works:       os.Args[2],
		crashes:     os.Args[3],
		targetGroup: os.Args[4],
	}
	seen := map[string]any{}
	for _, step := range []func(map[string]any) error{
		s.create, s.update, s.rollBack, s.stop, s.alarms, s.wrong, s.destroy,
	} {
		if err := step(seen); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(seen); err != nil {
		panic(err)
	}
}

func (s session) create(seen map[string]any) error {
	if _, err := s.ecs.CreateCluster(s.ctx, &ecs.CreateClusterInput{ClusterName: cluster}); err != nil {
		return err
	}
	definition, err := s.register(s.works)
	if err != nil {
		return err
	}
	created, err := s.ecs.CreateService(s.ctx, &ecs.CreateServiceInput{
		Cluster:            cluster,
		ServiceName:        service,
		TaskDefinition:     definition,
		ClientToken:        aws.String("created-once"),
		DesiredCount:       aws.Int32(2),
		LaunchType:         types.LaunchTypeFargate,
		SchedulingStrategy: types.SchedulingStrategyReplica,
		DeploymentConfiguration: &types.DeploymentConfiguration{
			DeploymentCircuitBreaker: &types.DeploymentCircuitBreaker{Enable: true, Rollback: true},
		},
		LoadBalancers: []types.LoadBalancer{
			{TargetGroupArn: &s.targetGroup, ContainerName: aws.String("app"), ContainerPort: port},
		},
		NetworkConfiguration: &types.NetworkConfiguration{
			AwsvpcConfiguration: &types.AwsVpcConfiguration{Subnets: []string{"subnet-0a1b2c3d4e5f60718"}},
		},
		Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("shop")}},
	})
	if err != nil {
		return err
	}
	if seen["created"], err = s.follow(primary(created.Service)); err != nil {
		return err
	}
	return s.waitUntilStable()
}

func (s session) update(seen map[string]any) error {
	id, err := s.deploy(s.works)
	if err != nil {
		return err
	}
	if seen["updated"], err = s.follow(id); err != nil {
		return err
	}
	described, err := s.describe()
	if err != nil {
		return err
	}
	seen["serves"] = shortName(*described.TaskDefinition)
	seen["tags"] = len(described.Tags)
	seen["created at"] = *described.CreatedAt
	return nil
}

func (s session) rollBack(seen map[string]any) error {
	id, err := s.deploy(s.crashes)
	if err != nil {
		return err
	}
	if seen["crashed"], err = s.follow(id); err != nil {
		return err
	}
	stopped, err := s.ecs.ListTasks(s.ctx, &ecs.ListTasksInput{
		Cluster:       cluster,
		ServiceName:   service,
		DesiredStatus: types.DesiredStatusStopped,
	})
	if err != nil {
		return err
	}
	tasks, err := s.ecs.DescribeTasks(s.ctx, &ecs.DescribeTasksInput{Cluster: cluster, Tasks: stopped.TaskArns})
	if err != nil {
		return err
	}
	codes := map[int32]bool{}
	for _, task := range tasks.Tasks {
		// The rollback stops others, some before they had a container that could exit.
		if *task.StartedBy == id && task.StopCode == types.TaskStopCodeEssentialContainerExited {
			codes[*task.Containers[0].ExitCode] = true
		}
	}
	seen["exit codes"] = slices.Collect(maps.Keys(codes))
	return s.waitUntilStable()
}

// What an interrupted tool does that takes its deployment back.
func (s session) stop(seen map[string]any) error {
	id, err := s.deploy(s.works)
	if err != nil {
		return err
	}
	arn, err := s.serviceDeployment(id)
	if err != nil {
		return err
	}
	_, err = s.ecs.StopServiceDeployment(s.ctx, &ecs.StopServiceDeploymentInput{
		ServiceDeploymentArn: arn,
		StopType:             types.StopServiceDeploymentStopTypeRollback,
	})
	if err != nil {
		return err
	}
	seen["stopped"], err = s.follow(id)
	return err
}

// CloudWatch's client speaks CBOR.
func (s session) alarms(seen map[string]any) error {
	answered, err := s.cloudwatch.DescribeAlarms(s.ctx, &cloudwatch.DescribeAlarmsInput{
		AlarmNames: []string{"web-5xx", "absent"}, MaxRecords: aws.Int32(5),
	})
	if err != nil {
		return err
	}
	for _, alarm := range answered.MetricAlarms {
		seen["alarm"] = fmt.Sprintf("%s: %s, over %v", *alarm.AlarmName, alarm.StateValue, *alarm.Threshold)
		seen["alarm since"] = *alarm.StateUpdatedTimestamp
	}
	_, err = s.cloudwatch.DescribeAlarms(s.ctx, &cloudwatch.DescribeAlarmsInput{NextToken: aws.String("of nobody")})
	var token *cloudwatchtypes.InvalidNextToken
	seen["no such page"] = errors.As(err, &token)
	return nil
}

// Each refusal is of the type that the SDK has for it.
func (s session) wrong(seen map[string]any) error {
	_, err := s.ecs.DescribeServices(s.ctx, &ecs.DescribeServicesInput{
		Cluster: aws.String("nowhere"), Services: []string{"web"},
	})
	var noCluster *types.ClusterNotFoundException
	seen["no cluster"] = errors.As(err, &noCluster)

	_, err = s.ecs.UpdateService(s.ctx, &ecs.UpdateServiceInput{Cluster: cluster, Service: aws.String("absent")})
	var noService *types.ServiceNotFoundException
	seen["no service"] = errors.As(err, &noService)

	_, err = s.ecs.DeleteCluster(s.ctx, &ecs.DeleteClusterInput{Cluster: cluster})
	var services *types.ClusterContainsServicesException
	seen["a service is left"] = errors.As(err, &services)

	_, err = s.ecs.DescribeTaskDefinition(s.ctx, &ecs.DescribeTaskDefinitionInput{TaskDefinition: aws.String("web:99")})
	var client *types.ClientException
	seen["no revision"] = errors.As(err, &client)
	return nil
}

func (s session) destroy(seen map[string]any) error {
	_, err := s.ecs.UpdateService(s.ctx, &ecs.UpdateServiceInput{
		Cluster: cluster, Service: service, DesiredCount: aws.Int32(0),
	})
	if err != nil {
		return err
	}
	if _, err = s.ecs.DeleteService(s.ctx, &ecs.DeleteServiceInput{Cluster: cluster, Service: service}); err != nil {
		return err
	}
	waiter := ecs.NewServicesInactiveWaiter(s.ecs, func(options *ecs.ServicesInactiveWaiterOptions) {
		options.MinDelay, options.MaxDelay = 200*time.Millisecond, time.Second
	})
	if err = waiter.Wait(s.ctx, s.services(), 30*time.Second); err != nil {
		return err
	}
	definitions := ecs.NewListTaskDefinitionsPaginator(s.ecs, &ecs.ListTaskDefinitionsInput{
		FamilyPrefix: aws.String("shop"), MaxResults: aws.Int32(1),
	})
	revisions := []string{}
	for definitions.HasMorePages() {
		page, err := definitions.NextPage(s.ctx)
		if err != nil {
			return err
		}
		revisions = append(revisions, page.TaskDefinitionArns...)
	}
	for _, revision := range revisions {
		_, err := s.ecs.DeregisterTaskDefinition(s.ctx, &ecs.DeregisterTaskDefinitionInput{TaskDefinition: &revision})
		if err != nil {
			return err
		}
	}
	seen["revisions"] = len(revisions)
	deleted, err := s.ecs.DeleteCluster(s.ctx, &ecs.DeleteClusterInput{Cluster: cluster})
	if err != nil {
		return err
	}
	seen["cluster"] = *deleted.Cluster.Status
	return nil
}
