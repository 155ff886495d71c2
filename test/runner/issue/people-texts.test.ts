import { afterEach, describe, expect, test } from '@jest/globals';
import { keepIssue } from '../../../src/runner/issue/keep-issue.ts';
import { buildWanted, keepScenes, MARKS, OURS, others, writeMarked } from './scene.ts';

const scenes = keepScenes();
const { open } = scenes;
afterEach(scenes.close);

describe('what people write', () => {
  const before = 'Please see **Ana** first.\r\n\r\n| a |\r\n';
  const after = '\n\n- [ ] told the customer\u00a0\n<!-- mine -->\n\n\n';

  test.each([
    ['findings', 'open'],
    ['findings', 'closed'],
    ['clean', 'open'],
  ] as const)('around the marks is kept to the octet (%s, %s)', async (state, was) => {
    const scene = await open([{ ...OURS, state: was, body: writeMarked('Old.', { before, after }) }]);
    await scene.keep({ state, writeBody: () => 'New.' });
    expect(scene.issue(1).body).toBe(writeMarked('New.', { before, after }));
  });

  test('while the list is read is kept too', async () => {
    const scene = await open([...others(120), OURS]);
    const store = await scene.open();
    const interrupted: typeof store = {
      ...store,
      async *list(state) {
        yield* store.list(state);
        scene.issue(121).body += '\n\nI look at it. Ana';
      },
    };
    const wanted = buildWanted({ writeBody: () => 'New.' });
    await keepIssue(interrupted, wanted, { sleep: async () => {} });
    expect(scene.issue(121).body).toBe(`${writeMarked('New.')}\n\nI look at it. Ana`);
  });

  test.each([
    ['the end of the marks', `${MARKS.begin}\n\nOld.\n\nMy note`],
    ['their begin', `My note\n\nOld.\n\n${MARKS.end}`],
    ['their order', `${MARKS.end}\nMy note\n${MARKS.begin}`],
  ])('instead of %s is kept, and the text goes below it', async (_words, body) => {
    const scene = await open([{ ...OURS, body }]);
    const first = await scene.keep({ writeBody: () => 'New.' });
    expect(scene.issue(1).body).toBe(`${body}\n\n${writeMarked('New.')}`);
    expect(first).toMatchObject({ action: 'updated', number: 1 });
    expect(first.warnings).toEqual([expect.stringContaining('lost one of its marks')]);

    const second = await scene.keep({ writeBody: () => 'Newer.' });
    expect(scene.issue(1).body).toBe(`${body}\n\n${writeMarked('Newer.')}`);
    expect(second.warnings).toEqual([]);
    expect(scene.issues()).toHaveLength(1);
  });

  test('in place of the whole text makes another issue, since nothing tells it is the audit’s', async () => {
    const scene = await open([{ ...OURS, body: 'I have cleaned up here.' }]);
    expect(await scene.keep()).toMatchObject({ action: 'opened', number: 2 });
    expect(scene.issue(1).body).toBe('I have cleaned up here.');
  });

  test('shortens what is found, so that both fit', async () => {
    const long = 'ä'.repeat(60_000);
    const scene = await open([{ ...OURS, body: writeMarked('Old.', { before: `${long}\n` }) }]);
    const asked: number[] = [];
    const kept = await scene.keep({
      writeBody: (charactersAtMost) => {
        asked.push(charactersAtMost);
        return 'x'.repeat(charactersAtMost);
      },
    });
    expect(kept).toMatchObject({ action: 'updated', warnings: [] });
    expect(asked[0]).toBeLessThan(5536);
    expect(scene.issue(1).body).toHaveLength(65_536);
    expect(scene.issue(1).body?.startsWith(`${long}\n`)).toBe(true);
  });

  test('may leave no room: then title and state are kept, and it is said', async () => {
    const body = writeMarked('', { before: `${'x'.repeat(65_200)}\n` });
    const scene = await open([{ ...OURS, body }]);
    const kept = await scene.keep({ title: 'New', state: 'clean', writeBody: () => '' });
    expect(kept.warnings).toEqual([expect.stringMatching(/#1 has no room.*65,536/)]);
    expect(scene.issue(1)).toMatchObject({ state: 'closed', title: 'New', body });
  });
});
