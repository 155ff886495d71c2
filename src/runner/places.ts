import path from 'node:path';
import type { Environment } from '../interface/raw-inputs.ts';

/** How a system reads paths: `path.posix`, `path.win32`; that of this machine where none is given. */
export type PathRules = path.PlatformPath;

const STEP_PREFIX = 'certops-';

/** The absolute path of what a user names; a relative path starts at the workspace. */
export function findInWorkspace(environment: Environment, named: string, rules: PathRules = path): string {
  return rules.resolve(environment.GITHUB_WORKSPACE || '.', named);
}

/** What the folder of a step begins with, random letters to follow. */
export function startStepDirectory(parent: string, rules: PathRules = path): string {
  return rules.join(parent, STEP_PREFIX);
}

/** Whether the folder is one that a step has made right below the parent; both without links. */
export function isStepDirectory(directory: string, parent: string, rules: PathRules = path): boolean {
  const name = rules.relative(parent, directory);
  return name.startsWith(STEP_PREFIX) && rules.dirname(name) === '.';
}
