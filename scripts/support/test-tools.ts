import path from 'node:path';

/** Where tools that the tests run are installed, those that no system package has; not part of the repository. */
export const TOOLS_FOLDER = path.join(import.meta.dirname, '..', '..', '.tmp', 'tools');

/** The folder of one tool's own, or of those that PyPI has. */
export function toolFolder(name: string): string {
  return path.join(TOOLS_FOLDER, name === 'actionlint' ? 'actionlint' : 'pypi');
}

/** Path of a tool that scripts/install-test-tools.ts has installed. */
export function toolPath(name: string, platform: NodeJS.Platform = process.platform): string {
  return path.join(toolFolder(name), 'bin', platform === 'win32' ? `${name}.exe` : name);
}
