import { describe, expect, test } from '@jest/globals';
import { type ReleaseFacts, readReleaseNotes } from '../../scripts/support/release.ts';

const CHANGELOG = `# Changelog

## Unreleased

- later

## 1.2.3 (2027-01-30)

### Fixed

- a mistake

## 1.2.2 (2027-01-02)

- older
`;
const buildFacts = (overrides: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  packageVersion: '1.2.3',
  changelog: CHANGELOG,
  tags: ['v1', 'v1.2.2', 'v1.1.9'],
  ...overrides,
});

describe('a release', () => {
  test('has the notes of its section of the changelog', () => {
    expect(readReleaseNotes('1.2.3', buildFacts())).toBe('### Fixed\n\n- a mistake\n');
  });

  test.each([
    [['v2.0.0'], 'of a later major'],
    [['v1.2.2', 'v1.0.10'], 'before it'],
    [['v1', 'vendor', '1.9.9', ''], 'that are no releases'],
  ])('is not hindered by the tags %j, %s', (tags) => {
    expect(readReleaseNotes('1.2.3', buildFacts({ tags }))).toContain('a mistake');
  });

  test.each<[string, Partial<ReleaseFacts>, string]>([
    ['v1.2.3', {}, 'three numbers'],
    ['1.2', {}, 'three numbers'],
    ['1.2.3-rc.1', {}, 'three numbers'],
    ['1.2.3; id', {}, 'three numbers'],
    ['1.2.4', {}, 'package.json is of version 1.2.3, not 1.2.4'],
    ['1.2.3', { tags: ['v1.2.3'] }, 'There is v1.2.3 already'],
    ['1.2.3', { tags: ['v1.2.10'] }, 'There is v1.2.10 already'],
    ['1.2.3', { tags: ['v1.3.0'] }, 'There is v1.3.0 already'],
    ['1.2.3', { changelog: '## Unreleased\n\n- a mistake\n' }, "no section '## 1.2.3 (date)'"],
    ['1.2.3', { changelog: '## 1.2.30 (2027-01-30)\n' }, "no section '## 1.2.3 (date)'"],
  ])('of %s with %j is refused: %s', (version, overrides, reason) => {
    expect(() => readReleaseNotes(version, buildFacts(overrides))).toThrow(reason);
  });
});
