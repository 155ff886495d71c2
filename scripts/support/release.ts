/** What a release is checked against. */
export interface ReleaseFacts {
  /** The version of package.json. */
  readonly packageVersion: string;
  readonly changelog: string;
  /** Names of all tags of the repository. */
  readonly tags: readonly string[];
}

/**
 * What CHANGELOG.md says of a version that may be released.
 * @throws {Error} says why it may not, and what to do
 */
export function readReleaseNotes(version: string, { packageVersion, changelog, tags }: ReleaseFacts): string {
  if (parseVersion(version) === null) {
    throw new Error(`The version must be three numbers such as 1.2.3, not '${version}'`);
  }
  if (version !== packageVersion) {
    throw new Error(
      `package.json is of version ${packageVersion}, not ${version}: change it, and src/version.ts`,
    );
  }
  const later = tags.find((tag) => tag.startsWith('v') && !isBefore(tag.slice(1), version));
  if (later !== undefined) {
    throw new Error(`There is ${later} already: the version has to be after every other of its major`);
  }
  const section = changelog.split(/^## /m).find((part) => part.startsWith(`${version} `));
  if (section === undefined) {
    throw new Error(`CHANGELOG.md has no section '## ${version} (date)': rename 'Unreleased'`);
  }
  return `${section.slice(section.indexOf('\n')).trim()}\n`;
}

/** Major, minor and patch; null for anything else, a moving tag `1` among it. */
function parseVersion(text: string): readonly [number, number, number] | null {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Whether a tag's version is no obstacle to a new one: older, of another major, or no version at all. */
function isBefore(old: string, next: string): boolean {
  const [was, is] = [parseVersion(old), parseVersion(next)];
  if (was === null || is === null || was[0] !== is[0]) return true;
  return was[1] === is[1] ? was[2] < is[2] : was[1] < is[1];
}
