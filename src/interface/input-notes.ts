import type { InputName } from './inputs.ts';
import {
  keyAlgorithms,
  type Operation,
  operations,
  type ProviderName,
  providers,
  reportFormats,
  retireWays,
  rotationPhases,
} from './words.ts';

/** What people read about an input, and where it may be given. */
export interface InputNotes {
  readonly group: string;
  readonly description: string;
  readonly required?: true;
  /** Masked before anything is printed, and never shown in a message. */
  readonly secret?: true;
  /** A YAML text that holds secrets: they are masked one by one, and the words around them are not. */
  readonly structured?: true;
  /** A text or a path: only a text is a secret. */
  readonly material?: true;
  /** Where only some operations can heed it: given elsewhere, it is refused. */
  readonly operations?: readonly Operation[];
  /** Where only some providers can heed it: given for another, it is refused. */
  readonly providers?: readonly ProviderName[];
  /** The vendor's own environment variable that serves where the input is empty. */
  readonly environment?: string;
}

const onOneCertificate: readonly Operation[] = [
  'get',
  'update',
  'activate',
  'deactivate',
  'reactivate',
  'revoke',
  'delete',
];
/** Those that end with certificates, so that there is something to judge. */
const withVerdict: readonly Operation[] = operations.filter(
  (word) => word !== 'check' && word !== 'delete' && word !== 'rotate',
);
const cloudflare: readonly ProviderName[] = ['cloudflare-gateway', 'cloudflare-client'];
const zscaler: readonly ProviderName[] = ['zscaler-zpa'];

/** Notes on every input, in the order of action.yml. */
export const inputNotes: Readonly<Record<InputName, InputNotes>> = {
  operation: {
    group: 'What',
    description: `What to do: ${operations.map((word) => `\`${word}\``).join(', ')}.`,
    required: true,
  },
  provider: {
    group: 'What',
    description: `Which certificate store: ${providers.map((word) => `\`${word}\``).join(', ')}. Needed by every operation but an \`audit\` with targets.`,
  },
  'dry-run': {
    group: 'What',
    description: 'Do every read and every check, print the calls that would be made, change nothing.',
  },
  force: {
    group: 'What',
    description:
      'Do it although a guard objects (the certificate is in use, or the last one available). What the vendor would refuse stays refused.',
    operations: ['deactivate', 'delete'],
  },
  'account-id': {
    group: 'Where',
    description: 'Cloudflare account id. Needed by `cloudflare-gateway`.',
    environment: 'CLOUDFLARE_ACCOUNT_ID',
    providers: ['cloudflare-gateway'],
  },
  'zone-id': {
    group: 'Where',
    description: 'Cloudflare zone id. Needed by `cloudflare-client`.',
    environment: 'CLOUDFLARE_ZONE_ID',
    providers: ['cloudflare-client'],
  },
  'customer-id': {
    group: 'Where',
    description: 'ZPA customer (tenant) id. Needed by `zscaler-zpa`.',
    environment: 'ZPA_CUSTOMER_ID',
    providers: zscaler,
  },
  'microtenant-id': {
    group: 'Where',
    description:
      'ZPA microtenant id; `0` is the Default microtenant. Empty: reads go over all microtenants, writes to the Default one.',
    environment: 'ZPA_MICROTENANT_ID',
    providers: zscaler,
  },
  cloud: {
    group: 'Where',
    description:
      'Zscaler cloud. Legacy sign-in: `PRODUCTION` (default), `ZPATWO`, `BETA`, `GOV`, `GOVUS`, `PREVIEW`. OneAPI: `PRODUCTION` (default), `BETA`, `ALPHA`, `GOV`, `GOVUS`. An unknown one is refused.',
    providers: zscaler,
  },
  'vanity-domain': {
    group: 'Where',
    description:
      'First part of the ZIdentity sign-in host (`acme` of `acme.zslogin.net`). Given: OneAPI; empty: the legacy ZPA sign-in.',
    providers: zscaler,
  },
  'api-url': {
    group: 'Where',
    description:
      "Replaces scheme, host and port of the vendor's API: https, or http on loopback (a simulator). Paths stay the vendor's own.",
  },
  'api-token': {
    group: 'Credentials',
    description: 'Cloudflare API token (user- or account-owned). Give this, or `api-email` with `api-key`.',
    secret: true,
    environment: 'CLOUDFLARE_API_TOKEN',
    providers: cloudflare,
  },
  'api-email': {
    group: 'Credentials',
    description: 'E-mail address that belongs to `api-key`.',
    environment: 'CLOUDFLARE_EMAIL',
    providers: cloudflare,
  },
  'api-key': {
    group: 'Credentials',
    description: 'Cloudflare Global API Key. A scoped `api-token` is safer.',
    secret: true,
    environment: 'CLOUDFLARE_API_KEY',
    providers: cloudflare,
  },
  'client-id': {
    group: 'Credentials',
    description: 'Id of the Zscaler API client. Give it with `client-secret` or with `client-private-key`.',
    providers: zscaler,
  },
  'client-secret': {
    group: 'Credentials',
    description: 'Secret of the Zscaler API client.',
    secret: true,
    providers: zscaler,
  },
  'client-private-key': {
    group: 'Credentials',
    description:
      'RSA private key (PEM, text or path) that signs the OneAPI sign-in, in place of a secret. Needs `vanity-domain`.',
    secret: true,
    material: true,
    providers: zscaler,
  },
  'certificate-id': {
    group: 'Which',
    description: "The certificate's id at the vendor. Give this, `fingerprint` or `name`.",
    operations: onOneCertificate,
  },
  fingerprint: {
    group: 'Which',
    description:
      "The certificate's SHA-256 fingerprint, with or without colons, in either case. It must match exactly one certificate.",
    operations: onOneCertificate,
  },
  name: {
    group: 'Which',
    description:
      "Client certificate's common name, or ZPA name; must match exactly one. With `create` and `update` it is the new name (ZPA). With `rotate` it says which certificate is kept alive under changing ids.",
    providers: ['cloudflare-client', 'zscaler-zpa'],
    operations: ['get', 'create', 'update', 'reactivate', 'revoke', 'delete', 'rotate'],
  },
  status: {
    group: 'Which',
    description:
      'Only certificates of these statuses. Gateway: `inactive`, `pending_deployment`, `available`, `pending_deletion`; client: `active`, `pending_reactivation`, `pending_revocation`, `revoked`; ZPA (derived): `pending`, `not-yet-valid`, `valid`, `expired`.',
    operations: ['list', 'audit'],
  },
  'in-use': {
    group: 'Which',
    description: 'Only certificates that are (`true`) or are not (`false`) in use.',
    operations: ['list', 'audit'],
    providers: ['cloudflare-gateway'],
  },
  search: {
    group: 'Which',
    description:
      "ZPA's own search, `field operator value`, such as `name EQ intranet.example.com` (EQ, NE, LIKE, CONTAINS, STARTSWITH, ENDSWITH). Checked again here.",
    operations: ['list', 'audit'],
    providers: zscaler,
  },
  'page-size': {
    group: 'Which',
    description: 'Rows of a page: client certificates 5 to 50, ZPA 1 to 500. Empty: the most.',
    providers: ['cloudflare-client', 'zscaler-zpa'],
  },
  view: {
    group: 'Which',
    description:
      "ZPA's list: `all` certificates, `issued` ones, or `clientless-issued` (deprecated by Zscaler; use `issued`).",
    operations: ['list', 'get', 'check', 'audit'],
    providers: zscaler,
  },
  'validity-days': {
    group: 'Material',
    description:
      'How long the new certificate is valid. Gateway: 1 to 10950 days, empty for its default of 1825. Client: required.',
    operations: ['create', 'rotate'],
    providers: cloudflare,
  },
  csr: {
    group: 'Material',
    description:
      'Certificate signing request (PEM, text or path). Without it key and request are made on the runner.',
    operations: ['create'],
    providers: ['cloudflare-client'],
  },
  subject: {
    group: 'Material',
    description:
      'Subject (RFC 4514, such as `CN=device-7,O=Example`) of the key and request made on the runner. With `rotate` its common name is `name`; empty: `CN=` and `name`.',
    operations: ['create', 'rotate'],
    providers: ['cloudflare-client'],
  },
  'key-algorithm': {
    group: 'Material',
    description: `Kind of the key made on the runner: ${keyAlgorithms.map((word) => `\`${word}\``).join(', ')}.`,
    operations: ['create', 'rotate'],
    providers: ['cloudflare-client'],
  },
  certificate: {
    group: 'Material',
    description: 'Certificate to upload (PEM, text or path); may hold chain and key too.',
    operations: ['create', 'rotate'],
    providers: zscaler,
  },
  'private-key': {
    group: 'Material',
    description: 'Its private key (PEM, unencrypted, text or path).',
    secret: true,
    material: true,
    operations: ['create', 'rotate'],
    providers: zscaler,
  },
  chain: {
    group: 'Material',
    description: 'Its intermediates (PEM, text or path).',
    operations: ['create', 'rotate'],
    providers: zscaler,
  },
  description: {
    group: 'Material',
    description: 'Description of the ZPA certificate.',
    operations: ['create', 'update', 'rotate'],
    providers: zscaler,
  },
  'allow-untrusted-chain': {
    group: 'Material',
    description:
      'Upload although the chain is incomplete, private or self-signed. ZPA then may serve plain HTTP without saying so.',
    operations: ['create', 'rotate'],
    providers: zscaler,
  },
  'fail-within': {
    group: 'Expiry',
    description:
      "Fail where a certificate's remaining time is within this threshold: `30` or `30d`, `12h`, `33%` of its lifetime, or both, `30d 33%`: then the shorter counts. An `audit` without it takes `7d 10%` for leaf certificates and `60d 10%` for authorities.",
    operations: withVerdict,
  },
  'warn-within': {
    group: 'Expiry',
    description:
      'Warn where the remaining time is within this threshold; written as in `fail-within`. An `audit` without it takes `30d 33%` for leaf certificates and `180d 33%` for authorities, or `fail-within` where that is wider.',
    operations: withVerdict,
  },
  'fail-job': {
    group: 'Expiry',
    description: 'With `false` the verdict `fail` is reported and the job goes on.',
    operations: withVerdict,
  },
  'on-empty': {
    group: 'Expiry',
    description:
      'Verdict where a threshold is given and no certificate counts: `fail`, `warn` or `ignore`. An empty list is more often a mistake than good news.',
    operations: withVerdict,
  },
  targets: {
    group: 'Audit',
    description:
      'Certificate stores to audit in one run: YAML or JSON, an array, or an object with `targets` (docs/audit.md). Empty: the one store of `provider`.',
    secret: true,
    structured: true,
    operations: ['audit'],
  },
  'targets-file': {
    group: 'Audit',
    description:
      'File with the targets, in the workspace. It may not hold credentials, only the names of them (`api-token-env` and its like).',
    operations: ['audit'],
  },
  credentials: {
    group: 'Audit',
    description:
      'YAML or JSON map of names to credentials, one secret for a whole estate. A target names its own with `api-token-env: NAME` and its like.',
    secret: true,
    structured: true,
    operations: ['audit'],
  },
  'validate-only': {
    group: 'Audit',
    description: 'Check targets and inputs without any credential and without any call.',
    operations: ['audit'],
  },
  'report-formats': {
    group: 'Audit',
    description: `Reports to write into \`report-directory\`: ${reportFormats.map((word) => `\`${word}\``).join(', ')}.`,
    operations: ['audit'],
  },
  'report-directory': {
    group: 'Audit',
    description:
      'Folder for the reports; a relative path starts at the workspace. Empty: a new folder under `RUNNER_TEMP`.',
    operations: ['audit'],
  },
  issue: {
    group: 'Audit',
    description:
      'Keep one issue of this repository up to date with the findings: opened, updated, closed when a complete audit is clean. Needs `permissions: issues: write`.',
    operations: ['audit'],
  },
  'issue-key': {
    group: 'Audit',
    description: 'What tells this issue from those of other audits. Empty: path of the workflow and its job.',
    operations: ['audit'],
  },
  'issue-labels': {
    group: 'Audit',
    description: 'Labels of the issue, separated by commas.',
    operations: ['audit'],
  },
  'issue-assignees': {
    group: 'Audit',
    description: 'Login names of those that the issue is assigned to.',
    operations: ['audit'],
  },
  'github-token': {
    group: 'GitHub',
    description:
      'Token for calls to GitHub: the `issue` of an audit, the ledger of a rotation (`permissions: deployments: write`).',
    secret: true,
    operations: ['audit', 'rotate'],
  },
  phases: {
    group: 'Rotation',
    description: `Which phases of a \`rotate\` may be done where they are due: ${rotationPhases.map((word) => `\`${word}\``).join(', ')}, in this order. \`plan\` only looks.`,
    operations: ['rotate'],
  },
  'rotate-within': {
    group: 'Rotation',
    description:
      'A certificate is due for rotation where its remaining time is within this threshold; written as in `fail-within`. Empty: the window in which an `audit` warns (`180d 33%` for authorities, `30d 33%` for leaf certificates).',
    operations: ['rotate'],
  },
  soak: {
    group: 'Rotation',
    description:
      'How long a successor is ready before it may serve, such as `24h`, so that every device has it. Empty: Gateway 24h, ZPA 0s. Above zero it needs the ledger.',
    operations: ['rotate'],
    providers: ['cloudflare-gateway', 'zscaler-zpa'],
  },
  overlap: {
    group: 'Rotation',
    description:
      'How long an old certificate stays after its successor has begun to serve, such as `7d`. Empty: Gateway and client 7d, ZPA 24h. Above zero it needs the ledger.',
    operations: ['rotate'],
  },
  'successor-id': {
    group: 'Rotation',
    description:
      'Which certificate is the successor: its id, or `new` to make one although others could serve, or although there is none of that `name` yet. Needed only where the rotation is blocked for want of it. Client certificates: `new` only.',
    operations: ['rotate'],
  },
  'retire-by': {
    group: 'Rotation',
    description: `How the old certificate is taken away: ${retireWays.map((word) => `\`${word}\``).join(', ')}. Gateway: \`delete\` (default), \`deactivate\` or \`keep\`; client: \`revoke\` (default) or \`keep\`; ZPA: \`delete\` (default) or \`keep\`.`,
    operations: ['rotate'],
  },
  'expect-plan': {
    group: 'Rotation',
    description:
      'The output `plan-digest` of the plan that was approved: `promote` and `retire` are refused where what stands is no longer that.',
    operations: ['rotate'],
  },
  'gate-environments': {
    group: 'Rotation',
    description:
      'Environments of this repository, separated by commas, whose rules (required reviewers, a wait timer, …) ask somebody before a phase. Where anything is due, one without any rule stops the rotation: GitHub makes a mistyped environment, unprotected. Needs `permissions: actions: read`.',
    operations: ['rotate'],
  },
  'allow-ungated': {
    group: 'Rotation',
    description: 'Go on although an environment of `gate-environments` asks nobody.',
    operations: ['rotate'],
  },
  'verify-hosts': {
    group: 'Rotation',
    description:
      'Hosts that have to serve the successor once it is promoted, asked over TLS: `portal.example.com`, with a port (`:8443`), or with where it is reached (`portal.example.com:443=10.0.0.7:8443`). One that serves another certificate makes the promote fail, and what was moved is moved back.',
    operations: ['rotate'],
    providers: zscaler,
  },
  'store-secret': {
    group: 'Rotation',
    description:
      'Secret of GitHub Actions that a new key is kept in, with its certificate, as one PEM text (key, certificate, issuers). Empty: files of the job, gone when it ends.',
    operations: ['rotate'],
    providers: ['cloudflare-client'],
  },
  'store-environment': {
    group: 'Rotation',
    description: 'Environment that `store-secret` belongs to. Empty: the repository.',
    operations: ['rotate'],
    providers: ['cloudflare-client'],
  },
  'store-repository': {
    group: 'Rotation',
    description: 'Repository (`owner/name`) that `store-secret` belongs to. Empty: this one.',
    operations: ['rotate'],
    providers: ['cloudflare-client'],
  },
  'store-token': {
    group: 'Rotation',
    description:
      "Token that may write `store-secret`: of a GitHub App or fine-grained, with `Secrets: write` (repository) or `Environments: write` (environment). The job's own token never may.",
    secret: true,
    operations: ['rotate'],
    providers: ['cloudflare-client'],
  },
  wait: {
    group: 'Waiting',
    description: 'Wait until an `activate`, `deactivate`, `reactivate` or `revoke` has taken effect.',
  },
  'wait-for': {
    group: 'Waiting',
    description: 'Read the certificate again until it has this status.',
    operations: ['get'],
  },
  'wait-timeout': {
    group: 'Waiting',
    description: 'How long to wait at most, such as `30s`, `10m` or `1h`.',
  },
  'poll-interval': {
    group: 'Waiting',
    description: 'Time between two reads while waiting.',
  },
  'request-timeout': {
    group: 'Transport',
    description: 'Time for one try of one call, from look-up to the last octet.',
  },
  'max-retries': {
    group: 'Transport',
    description:
      'Tries beyond the first, where a call may safely be sent again. A `create` that may have arrived is never sent again.',
  },
  'retry-delay': {
    group: 'Transport',
    description: 'First pause before a retry; it doubles each time. A `Retry-After` of the vendor is heeded.',
  },
  concurrency: {
    group: 'Transport',
    description: 'How many calls may be under way at once.',
  },
  summary: {
    group: 'Reports',
    description: 'Write a job summary.',
  },
};

/** Every input's name, in the order of action.yml. */
export const inputNames = Object.keys(inputNotes) as readonly InputName[];
