/**
 * The built action against the embedded simulator, as a story: what a runner would show, step by step.
 * Fails where a step ends otherwise than the story says.
 */
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reportFormats } from '../src/interface/words.ts';
import { issue, makeRsaKeys } from '../test/support/material.ts';
import {
  clientRotation,
  gatewayRotation,
  makeZpaRotation,
  type RotationStory,
} from './support/rotation-stories.ts';
import { showLog, showMarkdown } from './support/show.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { runPostStep, runStep, type StepResult } from './support/step-runner.ts';

interface Scene {
  readonly title: string;
  readonly with: Readonly<Record<string, string>>;
  /** More inputs, not shown. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly expectExit: number;
}

const SHOWN_OUTPUTS = [
  'id',
  'name',
  'status',
  'expires-on',
  'days-left',
  'in-use',
  'changed',
  'verdict',
  'count',
  'expired-count',
  'complete',
  'rotation-state',
  'next-phase',
  'previous-id',
  'report-directory',
  'private-key-path',
];
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const color = process.stdout.isTTY === true;
const print = (text: string) => process.stdout.write(`${text}\n`);
const simulator = await startSimulatorProcess(['--settle', '2s']);
const folder = await mkdtemp(path.join(tmpdir(), 'certops-demo-'));
const summaryPath = path.join(folder, 'job-summary.md');
const steps: StepResult[] = [];

/** Plays one step; credentials and scope come by the vendors' own environment names. */
async function play(provider: string, scene: Scene): Promise<StepResult> {
  print(`\n${'─'.repeat(100)}\n▶ ${scene.title}`);
  if (provider !== '') print(`    provider: ${provider}`);
  for (const [name, value] of Object.entries(scene.with)) print(`    ${name}: ${value}`);
  const step = await runStep({
    with: {
      provider,
      'api-url': simulator.url,
      'poll-interval': '500ms',
      ...scene.with,
      ...scene.secrets,
    },
    env: simulator.env,
  });
  print(`\n${showLog(step.stdout, color)}`);
  const outputs = SHOWN_OUTPUTS.flatMap((name) =>
    step.outputs[name] === undefined ? [] : [`${name}=${step.outputs[name]}`],
  );
  print(`\n  exit code ${step.exitCode}; outputs ${outputs.join(', ') || 'none'}`);
  await appendFile(summaryPath, `${step.summary}\n`);
  if (step.exitCode !== scene.expectExit) {
    throw new Error(`'${scene.title}' ended with ${step.exitCode}, not ${scene.expectExit}: ${step.stderr}`);
  }
  steps.push(step);
  return step;
}

async function playGateway(): Promise<void> {
  const gateway = (scene: Scene) => play('cloudflare-gateway', scene);
  await gateway({ title: 'What the token can do', with: { operation: 'check' }, expectExit: 0 });
  await gateway({ title: 'What there is', with: { operation: 'list' }, expectExit: 0 });
  const created = await gateway({
    title: 'A new certificate for a year',
    with: { operation: 'create', 'validity-days': '365' },
    expectExit: 0,
  });
  const id = created.outputs.id ?? '';
  await gateway({
    title: 'Activate it, and wait until it is at the edge',
    with: { operation: 'activate', 'certificate-id': id },
    expectExit: 0,
  });
  await gateway({
    title: 'The expiry gate: the job fails on what expires within 30 days',
    with: { operation: 'list', 'fail-within': '30d', 'warn-within': '90d' },
    expectExit: 1,
  });
  const inUse = await gateway({
    title: 'Which one is in use?',
    with: { operation: 'list', 'in-use': 'true' },
    expectExit: 0,
  });
  await gateway({
    title: 'Deleting what serves is refused, with all the reasons',
    with: { operation: 'delete', 'certificate-id': inUse.outputs.id ?? '' },
    expectExit: 1,
  });
  await gateway({
    title: 'A rehearsal of the deactivation',
    with: { operation: 'deactivate', 'certificate-id': id, 'dry-run': 'true' },
    expectExit: 0,
  });
  await gateway({
    title: 'Deactivate the new one again',
    with: { operation: 'deactivate', fingerprint: created.outputs.fingerprint ?? '' },
    expectExit: 0,
  });
  await gateway({ title: 'Delete it', with: { operation: 'delete', 'certificate-id': id }, expectExit: 0 });
  await gateway({
    title: 'Delete it once more: nothing to change',
    with: { operation: 'delete', 'certificate-id': id },
    expectExit: 0,
  });
}

async function playClient(): Promise<void> {
  const client = (scene: Scene) => play('cloudflare-client', scene);
  await client({
    title: 'Every client certificate of the zone, judged; the job goes on',
    with: { operation: 'list', 'fail-within': '7d', 'warn-within': '30d', 'fail-job': 'false' },
    expectExit: 0,
  });
  await client({
    title: 'A client certificate, with a key made on the runner',
    with: { operation: 'create', subject: 'CN=device-7,O=Example Works', 'validity-days': '90' },
    expectExit: 0,
  });
  await client({
    title: 'There is no deleting here: refused before any call, with what to use',
    with: { operation: 'delete', name: 'device-7' },
    expectExit: 1,
  });
  await client({
    title: 'Revoke it by its name, and wait',
    with: { operation: 'revoke', name: 'device-7' },
    expectExit: 0,
  });
  await client({
    title: 'And take that back',
    with: { operation: 'reactivate', name: 'device-7' },
    expectExit: 0,
  });
}

async function playZpa(): Promise<void> {
  const zpa = (scene: Scene) => play('zscaler-zpa', scene);
  const listed = await zpa({
    title: "The tenant's certificates, judged",
    with: { operation: 'list', 'fail-within': '7d' },
    expectExit: 1,
  });
  await zpa({
    title: 'Deleting one that a portal serves is refused',
    with: { operation: 'delete', 'certificate-id': await findReferredId(listed), force: 'true' },
    expectExit: 1,
  });
  const material = await makeMaterial(['intranet.example.com']);
  await zpa({
    title: 'An upload whose chain no browser trusts is refused before any call',
    with: { operation: 'create', name: 'intranet-2027', ...material },
    expectExit: 1,
  });
  const uploaded = await zpa({
    title: 'The same, knowingly',
    with: { operation: 'create', name: 'intranet-2027', ...material, 'allow-untrusted-chain': 'true' },
    expectExit: 0,
  });
  await zpa({
    title: 'Uploading it again changes nothing',
    with: { operation: 'create', name: 'intranet-2027', ...material, 'allow-untrusted-chain': 'true' },
    expectExit: 0,
  });
  await zpa({
    title: 'A description for it',
    with: {
      operation: 'update',
      fingerprint: uploaded.outputs.fingerprint ?? '',
      description: 'Intranet, 2027',
    },
    expectExit: 0,
  });
  await zpa({
    title: 'Delete it',
    with: { operation: 'delete', 'certificate-id': uploaded.outputs.id ?? '' },
    expectExit: 0,
  });
}

/** One certificate from due to retired: refused, planned, then every phase by the plan that was approved. */
async function playRotation({ provider, subject, inputs, refusal }: RotationStory): Promise<void> {
  const rotate = async (scene: Scene, state: string) => {
    const step = await play(provider, { ...scene, with: { operation: 'rotate', ...scene.with } });
    if (step.outputs['rotation-state'] === state) return step;
    throw new Error(`'${scene.title}' ended as ${step.outputs['rotation-state']}, not ${state}`);
  };
  if (refusal !== null) {
    const { [refusal.without]: _left, ...rest } = inputs;
    await play(provider, {
      title: `${refusal.title}: refused before any change`,
      with: { operation: 'rotate', ...rest },
      expectExit: 1,
    });
  }
  const planned = await rotate(
    { title: `Rotate ${subject}: the plan, for the one who approves it`, with: inputs, expectExit: 0 },
    'planned',
  );
  print(`\n${showMarkdown(planned.outputs.plan ?? '')}`);
  const approved = {
    ...inputs,
    phases: 'plan,stage,promote,retire',
    'expect-plan': planned.outputs['plan-digest'] ?? '',
  };
  await rotate(
    { title: 'Approved: every phase in one run, since nothing has to wait', with: approved, expectExit: 0 },
    'retired',
  );
  await rotate(
    { title: 'The same workflow on the next day: nothing is due', with: inputs, expectExit: 0 },
    'not-due',
  );
}

/** The whole estate at once, with every report. Played first, while the estate is as it was seeded. */
async function playAudit(): Promise<StepResult> {
  const { env } = simulator;
  const targets = [
    {
      name: 'gateway',
      provider: 'cloudflare-gateway',
      'account-id': env.CLOUDFLARE_ACCOUNT_ID,
      'api-token-env': 'CLOUDFLARE',
      owner: 'network team',
      runbook: 'https://wiki.example.com/runbooks/gateway-certificate',
    },
    {
      name: 'devices',
      provider: 'cloudflare-client',
      'zone-id': env.CLOUDFLARE_ZONE_ID,
      'api-token-env': 'CLOUDFLARE',
      owner: 'device team',
      ignore: [{ name: 'device-00?.*', reason: 'in the lab', until: '2999-12-31' }],
    },
    {
      name: 'private access',
      provider: 'zscaler-zpa',
      'customer-id': env.ZPA_CUSTOMER_ID,
      'vanity-domain': env.ZSCALER_VANITY_DOMAIN,
      'client-id-env': 'ZSCALER_ID',
      'client-secret-env': 'ZSCALER_SECRET',
      owner: 'access team',
    },
    {
      name: 'a store that the token may not read',
      provider: 'cloudflare-gateway',
      'account-id': 'c0ffee00c0ffee00c0ffee00c0ffee99',
      'api-token-env': 'CLOUDFLARE',
    },
  ];
  const file = path.join(folder, 'targets.json');
  await writeFile(file, JSON.stringify({ targets }, null, 2));
  return play('', {
    title: 'An audit of the whole estate: four stores, one verdict, every report',
    with: {
      operation: 'audit',
      'targets-file': file,
      'report-formats': reportFormats.join(','),
      'report-directory': path.join(folder, 'reports'),
    },
    secrets: {
      credentials: JSON.stringify({
        CLOUDFLARE: env.CLOUDFLARE_API_TOKEN,
        ZSCALER_ID: env.ZSCALER_CLIENT_ID,
        ZSCALER_SECRET: env.ZSCALER_CLIENT_SECRET,
      }),
    },
    expectExit: 1,
  });
}

/** A certificate that a PRA portal or an application of the seeded tenant refers to. */
async function findReferredId(listed: StepResult): Promise<string> {
  const certificates: readonly { id: string; name: string; severity: string }[] = JSON.parse(
    listed.outputs.certificates ?? '[]',
  );
  const { headers, root } = await signIn();
  const answer = await fetch(`${root}/praPortal`, { headers });
  const portals = (await answer.json()) as { list: readonly { certificateId: string }[] };
  const referred = certificates.find(({ id }) => portals.list.some((portal) => portal.certificateId === id));
  return referred?.id ?? '';
}

async function signIn(): Promise<{ readonly headers: Record<string, string>; readonly root: string }> {
  const { ZPA_CLIENT_ID = '', ZPA_CLIENT_SECRET = '', ZPA_CUSTOMER_ID = '' } = simulator.env;
  const answer = await fetch(`${simulator.url}/signin`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: ZPA_CLIENT_ID, client_secret: ZPA_CLIENT_SECRET }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return {
    headers: { authorization: `Bearer ${token}` },
    root: `${simulator.url}/mgmtconfig/v1/admin/customers/${ZPA_CUSTOMER_ID}`,
  };
}

/** A server certificate of a private authority, with its key, in files. */
async function makeMaterial(names: readonly [string, ...string[]]): Promise<Record<string, string>> {
  const notBefore = new Date(Date.now() - DAY_MILLISECONDS);
  const notAfter = new Date(Date.now() + 90 * DAY_MILLISECONDS);
  const authority = await issue({ subject: 'CN=Example Works Root', isCa: true, notBefore, notAfter });
  const keys = makeRsaKeys();
  const leaf = await issue({
    subject: `CN=${names[0]}`,
    sans: names,
    issuer: authority,
    keys,
    notBefore,
    notAfter,
  });
  const certificate = path.join(folder, `${names[0]}.pem`);
  const privateKey = path.join(folder, `${names[0]}.key`);
  await writeFile(certificate, leaf.pem);
  await writeFile(privateKey, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return { certificate, 'private-key': privateKey };
}

try {
  print(`Simulated APIs of Cloudflare and Zscaler at ${simulator.url}`);
  const audited = await playAudit();
  const page = path.join(audited.outputs['report-directory'] ?? '', 'certops-audit.html');
  print(`\n  The report as a page, to open in a browser: ${page}`);
  await playGateway();
  await playClient();
  await playZpa();
  const stories = [gatewayRotation, clientRotation, await makeZpaRotation(makeMaterial)];
  for (const story of stories) await playRotation(story);
  print(`\n${'─'.repeat(100)}\n▶ Post steps`);
  for (const step of steps) {
    const log = showLog((await runPostStep(step)).stdout, color);
    if (log !== '') print(`    ${log}`);
  }
  print(`\n${'═'.repeat(100)}\nThe job summary, as text\n`);
  print(showMarkdown(await readFile(summaryPath, 'utf8')));
  print(`\nThe job summary as Markdown: ${summaryPath}`);
} finally {
  await simulator.stop();
}
