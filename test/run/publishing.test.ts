import { describe, expect, test } from '@jest/globals';
import { buildRow, idOf, playRun, refuse, succeed, TOKEN } from './scene.ts';

const list = { operation: 'list' };
const rows = () => succeed([buildRow(1, { binding_status: 'available' }, 10)]);
const full = async (): Promise<never> => {
  throw new Error('ENOSPC: no space left on device');
};

describe('a run', () => {
  test('masks the credential before it prints a line or sends a call', async () => {
    const { runner, sent } = await playRun({ inputs: list, respond: rows });
    expect(runner.events[0]).toEqual({ kind: 'mask', value: TOKEN });
    expect(sent.map(({ masks }) => masks)).toEqual([1]);
  });

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['of the environment', { 'api-token': '' }, { CLOUDFLARE_API_TOKEN: TOKEN }, TOKEN],
    ['of inputs that are refused', { operation: 'lst' }, {}, TOKEN],
    ['beside another', { 'api-email': 'a@example.com', 'api-key': 'f'.repeat(37) }, {}, 'f'.repeat(37)],
  ])('masks a credential %s', async (_, inputs, environment, secret) => {
    const { runner } = await playRun({ inputs: { ...list, ...inputs }, environment, respond: rows });
    const masked = runner.events.flatMap((event) => (event.kind === 'mask' ? [event.value] : []));
    expect(masked).toContain(secret);
    const [first] = runner.events;
    expect(first?.kind).toBe('mask');
  });

  test('does not mask what cannot be a credential', async () => {
    const { runner } = await playRun({ inputs: { ...list, 'api-token': 'list' }, respond: rows });
    expect(runner.events.some(({ kind }) => kind === 'mask')).toBe(false);
    expect(runner.failure).toContain('api-token');
  });

  test('tells an unexpected exception as a defect, and claims nothing of a change', async () => {
    const { runner } = await playRun({
      inputs: { operation: 'create' },
      respond: ({ call }) =>
        call === 'POST /' ? new RangeError(`broken near ${TOKEN}`) : succeed([buildRow(1)]),
    });
    expect(runner.failure).toMatch(/unexpected RangeError: broken near \*\*\*.*defect.*report/s);
    expect(runner.outputs).toEqual({ adopted: 'false' });
    expect(runner.summary).toContain('RangeError');
    expect(JSON.stringify(runner.events.slice(1))).not.toContain(TOKEN);
  });

  test('fails once, and says the failure once', async () => {
    const { runner } = await playRun({ inputs: list, respond: () => refuse(403, 10000) });
    expect(runner.events.filter(({ kind }) => kind === 'fail')).toHaveLength(1);
    expect(runner.events.at(-1)?.kind).toBe('fail');
  });
});

describe('results that cannot be published', () => {
  const failing = { ...list, 'fail-within': '30d' };

  test('fail the step, while all else is published', async () => {
    const { runner } = await playRun({ inputs: list, respond: rows, files: { write: full } });
    expect(runner.failure).toMatch(/not be published.*ENOSPC/);
    expect(runner.outputs).toMatchObject({ id: idOf(1), count: '1', changed: 'false', truncated: 'false' });
    expect(runner.outputs).not.toHaveProperty('certificates-path');
    expect(runner.summary).toContain(idOf(1));
    expect(runner.events).toContainEqual({ kind: 'state', name: 'step-directory', value: '/files' });
  });

  test.each([
    ['files', { files: { write: full } }],
    ['a summary', { runner: { writeSummary: full } }],
  ])('for want of %s do not hide the verdict', async (_, broken) => {
    const { runner } = await playRun({ inputs: failing, respond: rows, ...broken });
    expect(runner.failure).toMatch(/Verdict fail: 1 expiring.*ENOSPC/s);
    expect(runner.outputs).toMatchObject({ verdict: 'fail', 'expiring-count': '1' });
    const findings = runner.events.filter(({ kind }) => kind === 'annotation');
    expect(findings).toHaveLength(1);
  });

  test.each([
    ['files', { files: { write: full } }],
    ['a summary', { runner: { writeSummary: full } }],
  ])('for want of %s do not hide the failure', async (_, broken) => {
    const { runner } = await playRun({
      inputs: { operation: 'delete', 'certificate-id': idOf(1) },
      respond: rows,
      ...broken,
    });
    expect(runner.failure).toMatch(/available.*'deactivate'.*ENOSPC/s);
    expect(runner.outputs).toMatchObject({ id: idOf(1), changed: 'false' });
    expect(runner.events.filter(({ kind }) => kind === 'fail')).toHaveLength(1);
  });

  test('fail the step also where the gate must not', async () => {
    const inputs = { ...failing, 'fail-job': 'false' };
    const passing = await playRun({ inputs, respond: rows });
    expect(passing.runner.failure).toBeNull();
    const broken = await playRun({ inputs, respond: rows, files: { write: full } });
    expect(broken.runner.failure).toMatch(/ENOSPC/);
  });
});
