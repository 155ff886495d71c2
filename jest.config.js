/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: [
    '<rootDir>/build/',
    '<rootDir>/dist/',
    '<rootDir>/bench/node_modules/',
    '<rootDir>/mutation/',
  ],
  // Most of the time goes to processes that the tests start and wait for.
  maxWorkers: 2,
  // No test is timed; this only ends one that hangs.
  testTimeout: 300_000,
  // A socket that a test leaves open must not keep a finished run from ending.
  forceExit: true,
};
