import { describe, expect, test } from '@jest/globals';
import { defaultIssueKey } from '../../../src/runner/issue/issue-key.ts';

describe('the key of a job, where none is given', () => {
  test.each([
    ['octo/infra/.github/workflows/audit.yml@refs/heads/main', '.github/workflows/audit.yml:nightly'],
    ['octo/infra/.github/workflows/audit.yml@refs/heads/fix@2/x', '.github/workflows/audit.yml:nightly'],
    ['octo/infra/.github/workflows/audit.yml@refs/tags/v1@refs/x', '.github/workflows/audit.yml:nightly'],
    ['octo/infra/.github/workflows/a@b.yml@refs/pull/7/merge', '.github/workflows/a@b.yml:nightly'],
    [`octo/infra/.github/workflows/audit.yml@${'a1'.repeat(20)}`, '.github/workflows/audit.yml:nightly'],
  ])('of %s is %s', (reference, key) => {
    expect(defaultIssueKey({ GITHUB_WORKFLOW_REF: reference, GITHUB_JOB: 'nightly' })).toBe(key);
  });

  test.each([
    [{}, 'GITHUB_WORKFLOW_REF'],
    [{ GITHUB_WORKFLOW_REF: 'odd', GITHUB_JOB: 'nightly' }, 'GITHUB_WORKFLOW_REF'],
    [{ GITHUB_WORKFLOW_REF: 'o/r/a.yml@refs/heads/main' }, 'GITHUB_JOB'],
  ])('cannot be told by %j: the input is asked for', (environment, named) => {
    expect(() => defaultIssueKey(environment)).toThrow(new RegExp(`^Input 'issue-key'.*${named}`));
  });
});
