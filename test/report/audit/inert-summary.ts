import { expect } from '@jest/globals';
import { findControls } from '../hostile-text.ts';

/** The Mermaid in a summary; null where there is none. */
export function findMermaid(summary: string): string | null {
  return /^```mermaid\n([\s\S]*?)\n```$/m.exec(summary)?.[1] ?? null;
}

/** Once the action's own markup is taken out, nothing is left that Markdown or HTML would heed. */
export function expectInert(summary: string): void {
  const foreign = summary
    .replace(/^```mermaid\n[\s\S]*?\n```$/gm, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^(### |> ⚠️ |- )/, '')
        .replace(/^<details><summary>([^<]*)<\/summary>$/, '$1')
        .replace(/^<\/details>$/, '')
        .replace(/^<sub>(.*)<\/sub>$/, '$1')
        .replaceAll('**', '')
        .replace(/`(report-directory|fail-job|false)`/g, '$1')
        .replace(/<code>([^<]*)<\/code>/g, '$1')
        .replace(/\[([^[\]]*)\]\(https?:\/\/[^\s()<>|"`\\]*\)/g, '$1'),
    )
    .join('\n');
  expect(foreign.replace(/&(amp|lt|gt|nbsp|#\d+);/g, '')).not.toMatch(/[<>`*_[\]@~!\\&$]|:\/\/|www\./i);
  expect(foreign).not.toMatch(/^\s*(::|#|```)/m);
  expect(foreign).not.toContain('##[');
  expect(findControls(foreign)).toBeNull();
}
