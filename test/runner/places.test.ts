import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findInWorkspace, isStepDirectory, startStepDirectory } from '../../src/runner/places.ts';

describe('what a user names is found', () => {
  test.each([
    [
      '/home/runner/work/infra/infra',
      'certificates/portal.pem',
      '/home/runner/work/infra/infra/certificates/portal.pem',
    ],
    ['/home/runner/work/infra/infra', '/etc/ssl/portal.pem', '/etc/ssl/portal.pem'],
  ])('on Linux and macOS: %s, %s', (GITHUB_WORKSPACE, named, found) => {
    expect(findInWorkspace({ GITHUB_WORKSPACE }, named, path.posix)).toBe(found);
  });

  test.each([
    ['D:\\a\\infra\\infra', 'certificates/portal.pem', 'D:\\a\\infra\\infra\\certificates\\portal.pem'],
    ['D:\\a\\infra\\infra', 'certificates\\portal.pem', 'D:\\a\\infra\\infra\\certificates\\portal.pem'],
    ['D:\\a\\infra\\infra', 'C:\\keys\\portal.pem', 'C:\\keys\\portal.pem'],
    ['D:\\a\\infra\\infra', 'C:/keys/portal.pem', 'C:\\keys\\portal.pem'],
    ['\\\\files\\share\\infra', 'portal.pem', '\\\\files\\share\\infra\\portal.pem'],
  ])('on Windows: %s, %s', (GITHUB_WORKSPACE, named, found) => {
    expect(findInWorkspace({ GITHUB_WORKSPACE }, named, path.win32)).toBe(found);
  });
});

describe('the folder of a step', () => {
  test.each([
    ['Linux', path.posix, '/home/runner/work/_temp'],
    ['Windows', path.win32, 'D:\\a\\_temp'],
    ['Windows, a share', path.win32, '\\\\files\\share\\_temp'],
    ['Windows, a whole drive', path.win32, 'T:\\'],
  ])('is known again on %s', (_, rules, parent) => {
    expect(isStepDirectory(`${startStepDirectory(parent, rules)}a1B2c3`, parent, rules)).toBe(true);
  });

  test('is known again on Windows however drive and folders are written', () => {
    expect(isStepDirectory('d:\\A\\_temp\\certops-a1B2c3', 'D:\\a\\_temp\\', path.win32)).toBe(true);
  });

  test.each([
    ['the parent itself', path.posix, '/tmp/certops-parent'],
    ['a folder of another name', path.posix, '/tmp/certops-parent/other'],
    ['a folder further down', path.posix, '/tmp/certops-parent/certops-a/inner'],
    ['a folder beside it', path.posix, '/tmp/certops-a1B2c3'],
  ])('is not %s', (_, rules, directory) => {
    expect(isStepDirectory(directory, '/tmp/certops-parent', rules)).toBe(false);
  });

  test.each([
    ['of another drive', 'C:\\a\\_temp\\certops-a1B2c3'],
    ['further down', 'D:\\a\\_temp\\certops-a1B2c3\\inner'],
    ['further down, written with slashes', 'D:/a/_temp/certops-a1B2c3/inner'],
    ['above', 'D:\\a\\_temp\\..\\certops-a1B2c3'],
  ])('is none on Windows %s', (_, directory) => {
    expect(isStepDirectory(directory, 'D:\\a\\_temp', path.win32)).toBe(false);
  });
});
