// SPDX-License-Identifier: Apache-2.0
// Exposure findings as the job writes them, reduced to what the picture is made from.

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';

export const INSTANCE = ec2('instance', 'i-0aa11bb22cc33dd44');
export const GROUP = ec2('security-group', 'sg-0aa11bb22cc33dd44');
export const PROFILE = iam('instance-profile', 'web');
export const ROLE = iam('role', 'web-orders-production');
export const NETWORK = 'network-path/arn:aws:inspector2:eu-central-1:111122223333:finding/1a1b';

export function ec2(kind: string, id: string): string {
  return `arn:aws:ec2:${REGION}:${ACCOUNT}:${kind}/${id}`;
}

export function iam(kind: string, id: string): string {
  return `arn:aws:iam::${ACCOUNT}:${kind}/${id}`;
}

export function bucket(name: string): string {
  return `arn:aws:s3:::${name}`;
}

interface NodeExtra {
  traits?: string[];
  steps?: { uid: string; type: string; configuration: string }[];
  name?: string;
}

export function node(uid: string, type: string, role: string, extra: NodeExtra = {}) {
  return {
    uid,
    name: extra.name ?? uid.split(/[:/]/).at(-1) ?? uid,
    type,
    data: { role, traits: extra.traits ?? [], ...(extra.steps ? { steps: extra.steps } : {}) },
  };
}

export function edge(source: string, relation: string, target: string, reason: string, extra = {}) {
  return {
    uid: `${source} ${relation} ${target}`,
    source,
    target,
    relation,
    is_directed: true,
    data: {
      reason,
      rests_on: { type: 'ResourceConfiguration', product: 'Config', uid: source },
      traits: [],
      ...extra,
    },
  };
}

function trait(uid: string, name: string, category: string, type = 'Contributing Trait') {
  return { uid, name, category, type, values: [] };
}

const TRAITS = [
  trait('internet-reachable', 'The EC2 instance can be reached from the internet', 'Reachability'),
  trait(
    'high-priority-vulnerability',
    'The EC2 instance has network-exploitable software vulnerabilities with a high likelihood of exploitation',
    'Vulnerability',
  ),
  trait(
    'open-security-group',
    'The security group of the EC2 instance lets the whole internet in',
    'Misconfiguration',
  ),
  trait(
    'administrative-policy',
    'The role of the EC2 instance is an administrator',
    'Assumability',
  ),
  trait(
    'instance-profile-associated',
    'The EC2 instance has an instance profile and acts with its role',
    'Assumability',
    'Contextual Trait',
  ),
];

/** A finding of an instance, with a graph where there is one. */
export function finding(graph?: { nodes: unknown[]; edges: unknown[] }, unmapped: object = {}) {
  return {
    severity: 'Critical',
    finding_info: {
      title:
        'Potential Remote Execution: Internet reachable EC2 instance with exploitable vulnerabilities and an administrative role',
      traits: TRAITS,
      ...(graph ? { attack_graph: graph } : {}),
    },
    resources: [{ uid: INSTANCE, name: 'i-0aa11bb22cc33dd44', type: 'AWS::EC2::Instance' }],
    unmapped,
  };
}

const CHOKE_POINTS = {
  remediation_steps: [
    {
      trait: 'open-security-group',
      desc: 'Narrow the security group to the sources that need the port.',
      severity_after: 'None',
    },
    { trait: 'high-priority-vulnerability', desc: 'Update the packages.', severity_after: 'None' },
  ],
  choke_points: [
    {
      trait: 'high-priority-vulnerability',
      severity_after: 'None',
      closes: true,
      origins: [
        { uid: INSTANCE, type: 'AWS::EC2::Instance', severity_after: 'None', closes: true },
      ],
    },
    {
      trait: 'open-security-group',
      severity_after: 'None',
      closes: true,
      origins: [
        {
          uid: GROUP,
          type: 'AWS::EC2::SecurityGroup',
          path: [`${INSTANCE} protectedBy ${GROUP}`],
          severity_after: 'None',
          closes: true,
        },
      ],
    },
  ],
};

export const STEPS = [
  { uid: 'igw-0aa11bb22', type: 'AWS::EC2::InternetGateway', configuration: 'agrees' },
  { uid: 'acl-0aa11bb22', type: 'AWS::EC2::NetworkAcl', configuration: 'unknown' },
  { uid: 'sg-0aa11bb22cc33dd44', type: 'AWS::EC2::SecurityGroup', configuration: 'contradicts' },
  { uid: 'eni-0aa11bb22cc33dd44', type: 'AWS::EC2::NetworkInterface', configuration: 'agrees' },
  { uid: 'i-0aa11bb22cc33dd44', type: 'AWS::EC2::Instance', configuration: 'unknown' },
];

/** Of an instance that is exposed by itself alone. */
export const ALONE = finding(undefined, {
  remediation_steps: CHOKE_POINTS.remediation_steps,
  choke_points: CHOKE_POINTS.choke_points.slice(0, 1),
});

const WAY_IN = 'TCP ports 22 to 23: The EC2 instance can be reached from the internet.';

const PATH_NODES = [
  node(INSTANCE, 'AWS::EC2::Instance', 'primary', {
    traits: ['high-priority-vulnerability', 'instance-profile-associated', 'internet-reachable'],
  }),
  node('internet', 'Internet', 'internet', { name: 'Internet' }),
  node(NETWORK, 'Network path', 'network-path', { name: 'Network path', steps: STEPS }),
  node(GROUP, 'AWS::EC2::SecurityGroup', 'involved', { traits: ['open-security-group'] }),
  node(PROFILE, 'AWS::IAM::InstanceProfile', 'involved'),
  node(ROLE, 'AWS::IAM::Role', 'involved', { traits: ['administrative-policy'] }),
];

const PATH_EDGES = [
  edge('internet', 'enters', NETWORK, WAY_IN, {
    rests_on: { type: 'Finding', product: 'Inspector', uid: 'finding/1a1b' },
  }),
  edge(NETWORK, 'reaches', INSTANCE, WAY_IN, {
    rests_on: { type: 'Finding', product: 'Inspector', uid: 'finding/1a1b' },
  }),
  edge(INSTANCE, 'protectedBy', GROUP, 'i-0aa11bb22cc33dd44 is protected by sg-0aa11bb22cc33dd44.'),
  edge(INSTANCE, 'hasProfile', PROFILE, 'i-0aa11bb22cc33dd44 carries web.'),
  edge(PROFILE, 'assumes', ROLE, 'web can act as web-orders-production.'),
];

/** Of an instance with a way in, an open group and a powerful role: six nodes. */
export const SIX = finding({ nodes: PATH_NODES, edges: PATH_EDGES }, CHOKE_POINTS);

/** Of an instance whose role reaches far: forty nodes. */
export const FORTY = forty();

function forty() {
  const reached = [
    ...Array.from({ length: 12 }, (_, at) =>
      reach(bucket(`orders-archive-${2010 + at}`), 'AWS::S3::Bucket'),
    ),
    ...Array.from({ length: 3 }, (_, at) =>
      reach(`arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders-${at}`, 'AWS::DynamoDB::Table'),
    ),
    ...Array.from({ length: 4 }, (_, at) =>
      reach(
        `arn:aws:kms:${REGION}:${ACCOUNT}:key/4c0b1e5e-7d1f-4a52-9a55-0d2f6d2f7a1${at}`,
        'AWS::KMS::Key',
      ),
    ),
    ...Array.from({ length: 6 }, (_, at) =>
      reach(
        `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:orders/database-${at}`,
        'AWS::SecretsManager::Secret',
      ),
    ),
  ];
  const others = ['sg-0bb', 'sg-0cc', 'sg-0dd'].map((id) => ec2('security-group', id));
  const policies = ['orders-read', 'orders-write', 'AdministratorAccess'].map((id) =>
    iam('policy', id),
  );
  const further = iam('role', 'a-role-with-a-long-name-that-does-not-fit-into-its-card-prod');
  const direct = ec2('instance', 'i-0ff');
  const nodes = [
    ...PATH_NODES,
    node(`${NETWORK}-2`, 'Network path', 'network-path', { name: 'Network path', steps: STEPS }),
    ...others.map((uid) => node(uid, 'AWS::EC2::SecurityGroup', 'involved')),
    ...policies.map((uid) =>
      node(uid, 'AWS::IAM::Policy', 'involved', { traits: ['administrative-policy'] }),
    ),
    node(further, 'AWS::IAM::Role', 'blast-radius'),
    ...reached.map((uid) => node(uid.uid, uid.type, 'blast-radius')),
    node(direct, 'AWS::EC2::Image', 'involved'),
  ];
  const edges = [
    ...PATH_EDGES,
    edge('internet', 'enters', `${NETWORK}-2`, WAY_IN.replace('ports 22 to 23', 'port 443'), {
      computed: true,
    }),
    edge(`${NETWORK}-2`, 'reaches', INSTANCE, WAY_IN.replace('ports 22 to 23', 'port 443'), {
      computed: true,
    }),
    edge('internet', 'reaches', INSTANCE, 'The EC2 instance can be reached from the internet.', {
      rests_on: { type: 'Finding', product: 'GuardDuty', uid: 'finding/2b2c' },
      unknown: true,
    }),
    ...others.map((uid) =>
      edge(
        INSTANCE,
        'protectedBy',
        uid,
        `i-0aa11bb22cc33dd44 is protected by ${uid.split('/')[1]}.`,
      ),
    ),
    ...policies.map((uid) =>
      edge(uid, 'attachedTo', ROLE, `${uid.split('/')[1]} is attached to web-orders-production.`),
    ),
    edge(
      ROLE,
      'assumes',
      further,
      'web-orders-production can act as a-role-with-a-long-name-that-does-not-fit-into-its-card-prod.',
    ),
    edge(INSTANCE, 'runs', direct, 'i-0aa11bb22cc33dd44 runs i-0ff.'),
    ...reached.map(({ uid }, at) =>
      edge(
        at % 5 === 4 ? further : ROLE,
        'canAccess',
        uid,
        `The role can access ${uid.split(/[:/]/).at(-1)}.`,
      ),
    ),
  ];
  return finding(
    { nodes, edges },
    {
      ...CHOKE_POINTS,
      blast_radius: {
        resources: 325,
        at_least: true,
        sensitive: 2,
        by_type: [{ type: 'AWS::S3::Bucket', count: 312 }],
        worst: [
          { uid: bucket('orders-archive-2010'), type: 'AWS::S3::Bucket', sensitive: true },
          { uid: bucket('orders-archive-2011'), type: 'AWS::S3::Bucket', sensitive: true },
        ],
      },
    },
  );
}

function reach(uid: string, type: string) {
  return { uid, type };
}
