import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeIssue, writeIssueComment } from '../../../src/report/audit/issue-body.ts';
import { inertInIssue, linkInIssue } from '../../../src/report/audit/issue-text.ts';
import { findControls, HOSTILE } from '../hostile-text.ts';
import { AUDITED_AT, buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';

const RUN = 'https://github.example.com/example/infrastructure/actions/runs/1';

const expired = buildAudited({
  certificate: { name: 'portal', notAfter: inDays(-2) },
  severity: 'expired',
  target: buildTarget({ name: 'zpa', owner: 'edge team', runbook: 'https://wiki.example.com/portal' }),
});
const critical = buildAudited({ certificate: { name: 'gateway' }, severity: 'critical' });
const expiring = buildAudited({
  certificate: { name: 'device-7', notAfter: inDays(20) },
  severity: 'expiring',
  contribution: 'warn',
});
const good = buildAudited({
  certificate: { name: 'calm', notAfter: inDays(300) },
  severity: 'ok',
  contribution: 'ok',
});
const ignored = buildAudited({
  certificate: { name: 'lab' },
  severity: 'ignored',
  contribution: null,
  ignoredBy: { match: { by: 'name', pattern: 'lab*' }, reason: 'goes away in May', until: inDays(90) },
});
const unread = {
  target: buildTarget({ name: 'tenant 4', owner: 'sales' }),
  state: 'denied',
  trouble: { message: 'the token was refused', mend: 'Give the token "Access: Read".' },
  count: null,
  credentialExpiresOn: null,
  remarks: [],
} as const;
const unreadable = {
  rule: 'unreadable',
  verdict: 'fail',
  message: 'could not be read',
  mend: 'Mend it.',
  target: 'tenant 4',
  certificate: null,
} as const;

/** The rows of the table under a heading, as cells. */
function rowsUnder(body: string, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = body.split(`### ${heading}\n`);
  const [table = ''] = section.trim().split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the title', () => {
  test.each([
    [[expired, critical, expiring], 'Certificates: fail (1 expired, 1 critical, 1 expiring)'],
    [[expiring, expiring], 'Certificates: warn (2 expiring)'],
    [[good], 'Certificates: ok (nothing to do)'],
  ])('says verdict and counts', (certificates, title) => {
    expect(writeIssue(buildAudit({ certificates })).title).toBe(title);
  });

  test('says what could not be read, and what else was found', () => {
    const findings = [
      unreadable,
      findingOf(good, { rule: 'weak-key', verdict: 'warn' }),
      findingOf(good, { rule: 'shared-key', verdict: 'warn' }),
    ];
    const report = buildAudit({ certificates: [good], targets: [unread], isComplete: false, findings });
    expect(writeIssue(report).title).toBe('Certificates: fail (1 unreadable target, 2 other findings)');
  });

  test('names the audit where it has siblings, in one line and not too long', () => {
    const { title } = writeIssue(buildAudit(), { name: `pro\nduction ${'x'.repeat(500)}` });
    expect(title).toMatch(/^Certificates of pro duction x+…: fail \(1 critical\)$/);
    expect(title.length).toBeLessThan(200);
  });

  test('is the same on the next day where nothing else changed', () => {
    const tomorrow = buildAudit({ at: inDays(1), certificates: [{ ...critical, daysLeft: 4 }] });
    expect(writeIssue(tomorrow).title).toBe(writeIssue(buildAudit({ certificates: [critical] })).title);
  });
});

describe('the text', () => {
  const report = buildAudit({
    certificates: [expired, critical, expiring, good, ignored],
    targets: [{ ...unread, target: expired.target, state: 'read', trouble: null }, unread],
    isComplete: false,
    findings: [
      unreadable,
      findingOf(expired, { rule: 'expired' }),
      findingOf(expired, { rule: 'expired-in-use', message: 'is still in use', mend: 'Replace it.' }),
      findingOf(critical),
      {
        rule: 'empty',
        verdict: 'fail',
        message: 'nothing counts',
        mend: 'Look at it.',
        target: null,
        certificate: null,
      },
    ],
  });
  const { body } = writeIssue(report);

  test('leads with verdict and counts', () => {
    expect(body.split('\n')[0]).toBe(
      '🔴 **Verdict: fail** – 1 expired, 1 critical, 1 expiring, 1 unreadable target, 2 other findings. 4 certificates count, in 2 targets.',
    );
    expect(body).toContain('This issue stays open until all were.');
  });

  test('lists what needs work by time left, with console, owner and runbook', () => {
    expect(rowsUnder(body, 'To do, by time left')).toEqual([
      [
        '🔴&nbsp;expired',
        '[<code>portal</code>](https://dash.example.com/certificates)',
        'zpa',
        '2026-11-21',
        'expired 2&nbsp;d ago',
        'edge team',
        '[runbook](https://wiki.example.com/portal)',
      ],
      expect.arrayContaining(['🔴&nbsp;critical', '2026-11-28', '5&nbsp;d', 'network team']),
      expect.arrayContaining(['🟡&nbsp;expiring', '2026-12-13', '20&nbsp;d']),
    ]);
  });

  test('says of what could not be read why, and what to do', () => {
    expect(rowsUnder(body, 'Could not be read')).toEqual([
      ['tenant 4', '🔴&nbsp;denied', 'the token was refused', 'Give the token "Access&#58; Read".', 'sales'],
    ]);
  });

  test('tells other findings, and not again what the rows say', () => {
    expect(rowsUnder(body, 'Also found').map(([rule, of, what, mend]) => [rule, of, what, mend])).toEqual([
      [
        '🔴&nbsp;expired-in-use',
        '[<code>portal</code>](https://dash.example.com/certificates) of zpa',
        'is still in use',
        'Replace it.',
      ],
      ['🔴&nbsp;empty', 'the audit', 'nothing counts', 'Look at it.'],
    ]);
  });

  test('gives the reasons of what is ignored, and until when', () => {
    expect(rowsUnder(body, 'Ignored').map((cells) => cells.slice(-2))).toEqual([
      ['goes away in May', '2027-02-21'],
    ]);
  });

  test('leads to the run, and says when it was', () => {
    expect(body.split('\n').at(-1)).toBe(
      `<sub>Judged at 2026-11-23T06:00:00Z in [this run](${RUN}) by CertOps 0.0.0.</sub>`,
    );
  });

  test('does without a run, a console, an owner and a runbook', () => {
    const target = buildTarget({ owner: null, runbook: null });
    const bare = buildAudit({ certificates: [buildAudited({ target, consoleUrl: null })], run: null });
    expect(rowsUnder(writeIssue(bare).body, 'To do, by time left')[0]?.slice(-2)).toEqual(['–', '–']);
    expect(writeIssue(bare).body).not.toContain('](');
  });

  test('shows a runbook that is no address as it is', () => {
    const target = buildTarget({ runbook: 'binder 3, page 7' });
    const audit = buildAudit({ certificates: [buildAudited({ target })] });
    expect(rowsUnder(writeIssue(audit).body, 'To do, by time left')[0]?.at(-1)).toBe('binder 3, page 7');
  });

  test('has nothing but its lead and its end where there is nothing to do', () => {
    const calm = writeIssue(buildAudit({ certificates: [good] })).body;
    expect(calm).toMatch(
      /^🟢 \*\*Verdict: ok\*\* – nothing to do\. 1 certificate counts, in 1 target\.\n\n<sub>/,
    );
    expect(calm).not.toContain('###');
  });

  test('says so where the verdict does not fail the job', () => {
    expect(writeIssue(buildAudit({ failJob: false })).body).toContain('does not fail the job');
  });

  test('is the same where nothing changed', () => {
    expect(writeIssue(buildAudit({ at: AUDITED_AT }))).toEqual(writeIssue(buildAudit({ at: AUDITED_AT })));
  });
});

describe('a text that is too long', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    buildAudited({
      certificate: { name: `c-${index}`, notAfter: inDays(index / 1000) },
      target: buildTarget({ name: `target ${index % 7}` }),
    }),
  );
  const lots = buildAudit({
    certificates: [...many, ignored],
    findings: [...many.map((one) => findingOf(one)), findingOf(many[0] ?? expired, { rule: 'weak-key' })],
    targets: [unread],
    isComplete: false,
  });

  test('is cut at whole rows, with a pointer to the run; short tables stay whole', () => {
    const { body } = writeIssue(lots, { charactersAtMost: 20_000 });
    const rows = rowsUnder(body, 'To do, by time left');
    expect(body.length).toBeLessThanOrEqual(20_000);
    expect(body.length).toBeGreaterThan(19_000);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 7));
    expect(body).toContain(
      `… and ${(3000 - rows.length).toLocaleString('en-US')} more: see the summary and the reports of [the run](${RUN}).`,
    );
    expect(rowsUnder(body, 'Could not be read')).toHaveLength(1);
    expect(rowsUnder(body, 'Also found')).toHaveLength(1);
    expect(rowsUnder(body, 'Ignored')).toHaveLength(1);
  });

  test('is never longer than is allowed, and says the verdict as long as it can', () => {
    for (let charactersAtMost = 0; charactersAtMost <= 3000; charactersAtMost += 7) {
      const { body } = writeIssue(lots, { charactersAtMost });
      expect(body.length).toBeLessThanOrEqual(charactersAtMost);
      if (charactersAtMost > 200) expect(body).toContain('Verdict: fail');
    }
  });

  test('shares the room among tables that are all too long', () => {
    const long = buildAudit({
      certificates: [...many, ...many.map((one) => ({ ...ignored, certificate: one.certificate }))],
      findings: many.map((one) => findingOf(one, { rule: 'shared-key' })),
    });
    const { body } = writeIssue(long, { charactersAtMost: 30_000 });
    for (const heading of ['To do, by time left', 'Also found', 'Ignored']) {
      expect(rowsUnder(body, heading).length).toBeGreaterThan(40);
    }
    expect(body.length).toBeLessThanOrEqual(30_000);
  });

  test('of 100,000 certificates takes no longer than its rows', () => {
    const [one = critical] = many;
    const huge = buildAudit({ certificates: Array.from({ length: 100_000 }, () => one) });
    const { body } = writeIssue(huge);
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toMatch(/… and 99,\d{3} more/);
  });
});

/** What GitHub's filters look through: text as it is once Markdown is made, without code and the action's links. */
function renderText(markdown: string): string {
  return markdown
    .replace(/<code>[^<]*<\/code>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/&#(\d+);/g, (_mark, code) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Mentions, issue numbers, and addresses that GitHub makes links of. */
const ALIVE = /@[a-z0-9]|#\d|\bgh-\d|:\/\/|www\.[a-z0-9]/i;

describe('whatever a vendor sends, an issue', () => {
  const target = buildTarget({ name: HOSTILE, owner: HOSTILE, runbook: HOSTILE, scope: HOSTILE });
  const rule = { match: { by: 'name', pattern: HOSTILE }, reason: HOSTILE, until: inDays(9) } as const;
  const facts = { certificate: { name: HOSTILE, id: HOSTILE }, target, reason: HOSTILE, consoleUrl: HOSTILE };
  const bad = buildAudited(facts);
  const report = buildAudit({
    certificates: [bad, buildAudited({ ...facts, severity: 'ignored', contribution: null, ignoredBy: rule })],
    targets: [{ ...unread, target, trouble: { message: HOSTILE, mend: HOSTILE } }],
    findings: [findingOf(bad, { rule: 'contradiction', message: HOSTILE, mend: HOSTILE })],
    isComplete: false,
    version: HOSTILE,
  });
  const { title, body } = writeIssue(report, { name: HOSTILE });

  test('mentions nobody, refers to no issue and links nowhere', () => {
    expect(body).toContain('octocat');
    expect(renderText(body)).not.toMatch(ALIVE);
    expect(body.match(/\]\(([^)]*)\)/g)).toEqual([`](${RUN})`]);
  });

  test('keeps it in its cells, without formatting, HTML and hidden comments', () => {
    for (const heading of ['To do, by time left', 'Could not be read', 'Also found', 'Ignored']) {
      expect(rowsUnder(body, heading)).toHaveLength(1);
    }
    const tags = body.match(/<[^>]*>/g);
    expect(new Set(tags)).toEqual(new Set(['<code>', '</code>', '<sub>', '</sub>']));
    expect(body).not.toContain('<!--');
    expect(body).not.toMatch(/^\s*(::|```)|##\[/m);
    expect(findControls(body)).toBeNull();
  });

  test('has a title of one line', () => {
    expect(title).not.toContain('\n');
    expect(findControls(title)).toBeNull();
  });

  test.each([
    '@octocat',
    'a@example.com',
    '@org/team',
    'fixes #12',
    'octo/infra#3',
    'GH-7',
    'https://github.com/o/r/issues/1',
    'WWW.example.com',
    '@@a ##1',
  ])('breaks %j for machines, and for eyes it is the same', (text) => {
    const shown = renderText(inertInIssue(text));
    expect(shown).not.toMatch(ALIVE);
    expect(shown.replaceAll('\u200b', '')).toBe(text);
  });

  test('breaks all of it, whatever the text', () => {
    const pieces = fc.constantFrom(
      '@',
      '#',
      '1',
      'a',
      ':',
      '/',
      '://',
      'www',
      '.',
      'gh',
      '-',
      ' ',
      '&',
      ';',
      '64',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }),
        (parts) => !ALIVE.test(renderText(inertInIssue(parts.join('')))),
      ),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['https://user:secret@example.com/'],
    ['/relative'],
    [null],
  ])('leads nowhere by %j', (address) => {
    expect(linkInIssue('label', address)).toBe('label');
  });

  test('leads nowhere by an address that is too long to be one', () => {
    expect(linkInIssue('label', `https://example.com/${'x'.repeat(3000)}`)).toBe('label');
  });

  test('keeps an address within its link', () => {
    const link = linkInIssue('label', 'https://example.com/a b)|<c>"`[d]*?x=1&y=(2)');
    expect(link).toMatch(/^\[label\]\([^\s()<>|"`[\]*]+\)$/);
  });
});

describe('a comment', () => {
  test('says why the issue is closed or opened again, and by which run', () => {
    expect(writeIssueComment(buildAudit({ certificates: [good] }), 'closed')).toContain(
      `[the audit](${RUN})`,
    );
    expect(writeIssueComment(buildAudit(), 'reopened')).toBe(
      `Opened again: [the audit](${RUN}) found 1 critical.`,
    );
  });
});
