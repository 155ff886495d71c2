import path from 'node:path';
import { expect, test } from '@jest/globals';
import { toolPath } from '../../scripts/support/test-tools.ts';

test.each([
  ['linux', 'zizmor', 'pypi/bin/zizmor'],
  ['darwin', 'actionlint', 'actionlint/bin/actionlint'],
  ['win32', 'zizmor', 'pypi/bin/zizmor.exe'],
  ['win32', 'actionlint', 'actionlint/bin/actionlint.exe'],
] as const)('on %s %s is a program of that system', (platform, name, end) => {
  const found = toolPath(name, platform);
  expect(path.isAbsolute(found)).toBe(true);
  expect(found.replaceAll(path.sep, '/').endsWith(`.tmp/tools/${end}`)).toBe(true);
});
