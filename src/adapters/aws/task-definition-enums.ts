/** The SDK's types name these enums; its schemas do not. */
import {
  ApplicationProtocol,
  Compatibility,
  ContainerCondition,
  CPUArchitecture,
  DeviceCgroupPermission,
  EFSAuthorizationConfigIAM,
  EFSTransitEncryption,
  EnvironmentFileType,
  FirelensConfigurationType,
  IpcMode,
  LogDriver,
  NetworkMode,
  OSFamily,
  PidMode,
  ProxyConfigurationType,
  ResourceType,
  Scope,
  TaskDefinitionPlacementConstraintType,
  TransportProtocol,
  UlimitName,
  VersionConsistency,
} from '@aws-sdk/client-ecs'

const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ContainerDefinition.versionConsistency': VersionConsistency,
  'ContainerDependency.condition': ContainerCondition,
  'Device.permissions': DeviceCgroupPermission,
  'DockerVolumeConfiguration.scope': Scope,
  'EFSAuthorizationConfig.iam': EFSAuthorizationConfigIAM,
  'EFSVolumeConfiguration.transitEncryption': EFSTransitEncryption,
  'EnvironmentFile.type': EnvironmentFileType,
  'FirelensConfiguration.type': FirelensConfigurationType,
  'LogConfiguration.logDriver': LogDriver,
  'PortMapping.appProtocol': ApplicationProtocol,
  'PortMapping.protocol': TransportProtocol,
  'ProxyConfiguration.type': ProxyConfigurationType,
  'RegisterTaskDefinitionRequest.ipcMode': IpcMode,
  'RegisterTaskDefinitionRequest.networkMode': NetworkMode,
  'RegisterTaskDefinitionRequest.pidMode': PidMode,
  'RegisterTaskDefinitionRequest.requiresCompatibilities': Compatibility,
  'ResourceRequirement.type': ResourceType,
  'RuntimePlatform.cpuArchitecture': CPUArchitecture,
  'RuntimePlatform.operatingSystemFamily': OSFamily,
  'TaskDefinitionPlacementConstraint.type': TaskDefinitionPlacementConstraintType,
  'Ulimit.name': UlimitName,
}

export function allowedValues(structure: string, member: string): readonly string[] | undefined {
  const values = enums[`${structure}.${member}`]
  return values && Object.values(values)
}
