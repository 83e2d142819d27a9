// SPDX-License-Identifier: Apache-2.0

/** What a kind of resource looks like. */
export type Family =
  | 'compute'
  | 'container'
  | 'function'
  | 'storage'
  | 'database'
  | 'identity'
  | 'policy'
  | 'secret'
  | 'network'
  | 'firewall'
  | 'image'
  | 'internet'
  | 'other';

interface Described {
  one: string;
  many: string;
  family: Family;
}

const FAMILIES: Record<Exclude<Family, 'other'>, string[]> = {
  compute: ['EC2::Instance', 'SageMaker::NotebookInstance', 'AutoScaling::AutoScalingGroup'],
  container: [
    'ECS::Service',
    'ECS::Cluster',
    'ECS::Task',
    'ECS::TaskDefinition',
    'EKS::Cluster',
    'ECR::Repository',
    'ECR::ContainerImage',
  ],
  function: ['Lambda::Function', 'Lambda::LayerVersion', 'StepFunctions::StateMachine'],
  storage: ['S3::Bucket', 'EC2::Volume', 'EFS::FileSystem'],
  database: ['DynamoDB::Table', 'RDS::DBInstance', 'RDS::DBCluster', 'Redshift::Cluster'],
  identity: ['IAM::Role', 'IAM::User', 'IAM::Group', 'IAM::InstanceProfile', '::Account'],
  policy: ['IAM::Policy'],
  secret: [
    'SecretsManager::Secret',
    'KMS::Key',
    'IAM::AccessKey',
    'CertificateManager::Certificate',
  ],
  network: [
    'EC2::VPC',
    'EC2::Subnet',
    'EC2::RouteTable',
    'EC2::InternetGateway',
    'EC2::NetworkInterface',
    'EC2::EIP',
    'EC2::NatGateway',
    'EC2::TransitGateway',
    'EC2::VPCPeeringConnection',
    'ElasticLoadBalancing::LoadBalancer',
    'ElasticLoadBalancingV2::LoadBalancer',
    'ElasticLoadBalancingV2::TargetGroup',
    'ElasticLoadBalancingV2::Listener',
    'CloudFront::Distribution',
  ],
  firewall: ['EC2::SecurityGroup', 'EC2::NetworkAcl', 'WAFv2::WebACL'],
  image: [
    'EC2::Image',
    'EC2::Snapshot',
    'RDS::DBSnapshot',
    'RDS::DBClusterSnapshot',
    'EC2::LaunchTemplate',
  ],
  internet: ['Internet'],
};

const FAMILY_OF = new Map<string, Family>(
  Object.entries(FAMILIES).flatMap(([family, types]) =>
    types.map((type): [string, Family] => [type, family as Family]),
  ),
);

/** Where the name of CloudFormation is not what people say. */
const WORDS = new Map([
  ['::Account', 'AWS account'],
  ['CertificateManager::Certificate', 'certificate'],
  ['DynamoDB::Table', 'DynamoDB table'],
  ['EC2::EIP', 'elastic IP address'],
  ['EC2::Image', 'machine image'],
  ['EC2::InternetGateway', 'internet gateway'],
  ['EC2::NetworkAcl', 'network ACL'],
  ['EC2::NetworkInterface', 'network interface'],
  ['EC2::RouteTable', 'route table'],
  ['EC2::SecurityGroup', 'security group'],
  ['EC2::Subnet', 'subnet'],
  ['EC2::VPC', 'VPC'],
  ['EC2::Volume', 'EBS volume'],
  ['EC2::Snapshot', 'EBS snapshot'],
  ['ECR::ContainerImage', 'container image'],
  ['ElasticLoadBalancing::LoadBalancer', 'load balancer'],
  ['ElasticLoadBalancingV2::LoadBalancer', 'load balancer'],
  ['ElasticLoadBalancingV2::TargetGroup', 'target group'],
  ['ElasticLoadBalancingV2::Listener', 'listener'],
  ['IAM::InstanceProfile', 'instance profile'],
  ['RDS::DBCluster', 'RDS cluster'],
  ['RDS::DBInstance', 'RDS instance'],
  ['RDS::DBSnapshot', 'RDS snapshot'],
  ['RDS::DBClusterSnapshot', 'RDS cluster snapshot'],
  ['SageMaker::NotebookInstance', 'SageMaker notebook'],
  ['SecretsManager::Secret', 'secret'],
]);

/** `AWS::S3::Bucket` is one S3 bucket, or many S3 buckets. */
export function describe(type: string): Described {
  const short = type.replace(/^AWS::/, '');
  const one = WORDS.get(short) ?? spelledOut(short);
  return { one, many: plural(one), family: FAMILY_OF.get(short) ?? 'other' };
}

function spelledOut(short: string): string {
  const [service, kind] = short.split('::');
  if (!service || !kind) {
    return short === '' ? 'resource' : short;
  }
  return `${service} ${kind.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()}`;
}

function plural(one: string): string {
  return one.replace(/([^aeiou])y$/, '$1ie').replace(/(s|x|ch)$/, '$1e') + 's';
}
