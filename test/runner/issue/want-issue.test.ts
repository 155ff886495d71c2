import { describe, expect, test } from '@jest/globals';
import { wantIssue } from '../../../src/runner/issue/want-issue.ts';
import { buildAudit, buildAudited, buildTarget } from '../../report/audit/build-audit.ts';

const ENVIRONMENT = {
  GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/a.yml@refs/heads/main',
  GITHUB_JOB: 'audit',
};
const REQUEST = { key: null, labels: ['certificates'], assignees: ['octocat'] };
const GOOD = buildAudited({ severity: 'ok', contribution: 'ok' });
const UNREAD = {
  target: buildTarget({ name: 'other' }),
  state: 'denied',
  trouble: { message: 'refused', mend: null },
  count: null,
  credentialExpiresOn: null,
  remarks: [],
} as const;

describe('the issue that an audit wants', () => {
  test.each([
    ['findings', buildAudit()],
    ['clean', buildAudit({ certificates: [GOOD] })],
    ['incomplete-clean', buildAudit({ certificates: [GOOD], targets: [UNREAD], isComplete: false })],
    [
      'findings',
      buildAudit({
        certificates: [GOOD],
        targets: [UNREAD],
        isComplete: false,
        findings: [
          {
            rule: 'unreadable',
            verdict: 'fail',
            message: 'x',
            mend: 'y',
            target: 'other',
            certificate: null,
          },
        ],
      }),
    ],
  ])('is one of %s', (state, report) => {
    expect(wantIssue(report, REQUEST, ENVIRONMENT).state).toBe(state);
  });

  test('has the key of the job, and a title without it', () => {
    const wanted = wantIssue(buildAudit(), REQUEST, ENVIRONMENT);
    expect(wanted.key).toBe('.github/workflows/a.yml:audit');
    expect(wanted.title).toBe('Certificates: fail (1 critical)');
    expect(wanted).toMatchObject({ labels: ['certificates'], assignees: ['octocat'] });
  });

  test('has the key that was given, in its title too', () => {
    const wanted = wantIssue(buildAudit(), { ...REQUEST, key: 'production' }, {});
    expect([wanted.key, wanted.title]).toEqual([
      'production',
      'Certificates of production: fail (1 critical)',
    ]);
  });

  test('has a text of the length that is allowed', () => {
    const { writeBody } = wantIssue(buildAudit(), REQUEST, ENVIRONMENT);
    expect(writeBody(60_000)).toContain('Verdict: fail');
    expect(writeBody(10)).toBe('');
  });
});
