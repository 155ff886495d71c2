import { afterEach, describe, expect, test } from '@jest/globals';
import { KEY, keepScenes, MARKS, OURS, others, readMarked, writeMarked } from './scene.ts';

const scenes = keepScenes();
const { open } = scenes;
afterEach(scenes.close);

describe('what becomes of the issue', () => {
  const open_ = { ...OURS, state: 'open' } as const;
  const closed = { ...OURS, state: 'closed', stateReason: 'completed' } as const;

  test.each([
    ['findings', 'no issue', [], 'opened', 'open'],
    ['findings', 'an open one', [open_], 'updated', 'open'],
    ['findings', 'a closed one', [closed], 'reopened', 'open'],
    ['clean', 'no issue', [], 'none', null],
    ['clean', 'an open one', [open_], 'closed', 'closed'],
    ['clean', 'a closed one', [closed], 'none', 'closed'],
    ['incomplete-clean', 'no issue', [], 'none', null],
    ['incomplete-clean', 'an open one', [open_], 'updated', 'open'],
    ['incomplete-clean', 'a closed one', [closed], 'none', 'closed'],
  ] as const)('%s and %s', async (state, _words, issues, action, ends) => {
    const scene = await open([...issues]);
    const kept = await scene.keep({ state, writeBody: () => 'Another text.' });
    expect([kept.action, kept.warnings]).toEqual([action, []]);
    expect(scene.issues().map((issue) => issue.state)).toEqual(ends === null ? [] : [ends]);
  });

  test('the issue that is opened says where it is', async () => {
    const scene = await open(others(2));
    const kept = await scene.keep();
    expect(kept).toEqual({
      action: 'opened',
      number: 3,
      url: `${scene.github.env.GITHUB_SERVER_URL}/octo-org/infrastructure/issues/3`,
      warnings: [],
    });
    expect(scene.issue(3).title).toBe('Certificates: fail (2 expired)');
    expect(readMarked(scene.issue(3).body)).toBe('Two have expired.');
  });

  test('it is closed as completed, with a comment and a text that no longer asks for work', async () => {
    const scene = await open([OURS]);
    await scene.keep({ state: 'clean', title: 'Certificates: ok', writeBody: () => 'Nothing to do.' });
    const { state, stateReason, title, body, comments } = scene.issue(1);
    expect([state, stateReason, title, readMarked(body)]).toEqual([
      'closed',
      'completed',
      'Certificates: ok',
      'Nothing to do.',
    ]);
    expect(comments.map((one) => one.body)).toEqual(['All is in order.']);
  });

  test('it is opened again with a comment', async () => {
    const scene = await open([{ ...OURS, state: 'closed', stateReason: 'not_planned' }]);
    await scene.keep({ writeBody: () => 'Three have expired.' });
    const { state, stateReason, body, comments } = scene.issue(1);
    expect([state, stateReason, readMarked(body)]).toEqual(['open', 'reopened', 'Three have expired.']);
    expect(comments.map((one) => one.body)).toEqual(['Found again.']);
  });

  test('run after run keeps one issue', async () => {
    const scene = await open(others(3));
    for (const state of ['findings', 'findings', 'clean', 'clean', 'findings', 'clean'] as const) {
      await scene.keep({ state, writeBody: () => `Now it is ${state}.` });
    }
    expect(scene.issues()).toHaveLength(4);
    expect(scene.issue(4).comments.map((one) => one.body)).toEqual([
      'All is in order.',
      'Found again.',
      'All is in order.',
    ]);
  });
});

describe('nothing is sent that changes nothing', () => {
  test('where title and text are so already', async () => {
    const scene = await open([{ ...OURS, labels: ['Certificates'] }]);
    const kept = await scene.keep({ labels: ['certificates'] });
    expect(kept.action).toBe('unchanged');
    expect(scene.calls()).toEqual(['GET issues.list', 'GET issues.get']);
  });

  test('where a person saved the text in a browser, which writes CRLF', async () => {
    const scene = await open([{ ...OURS, body: OURS.body.replaceAll('\n', '\r\n') }]);
    expect((await scene.keep()).action).toBe('unchanged');
  });

  test.each([
    ['title', { title: 'Certificates: fail (3 expired)' }, { title: 'Certificates: fail (3 expired)' }],
    ['text', { writeBody: () => 'New.' }, { body: writeMarked('New.') }],
  ])('but the %s where only that changes', async (_what, wanted, sent) => {
    const scene = await open([OURS]);
    expect((await scene.keep(wanted)).action).toBe('updated');
    expect(scene.github.log.at(-1)).toMatchObject({ endpoint: 'issues.update', body: sent });
  });

  test('the closed ones are not even read where none is needed', async () => {
    const scene = await open([...others(150, { state: 'closed' }), { ...OURS, state: 'closed' }]);
    await scene.keep({ state: 'clean' });
    expect(scene.calls()).toEqual(['GET issues.list']);
  });
});

describe('the issue is found', () => {
  test.each([
    ['open', 'updated'],
    ['closed', 'reopened'],
  ] as const)('on the last of many pages where it is %s', async (state, action) => {
    const scene = await open([...others(230), { ...OURS, state }, ...others(80, { state: 'closed' })]);
    const kept = await scene.keep({ writeBody: () => 'New.' });
    expect([kept.action, kept.number]).toEqual([action, 231]);
  });

  test('beyond the rows that GitHub gives by page numbers', async () => {
    const scene = await open({
      repositories: [{ name: 'octo-org/infrastructure', issues: [...others(450), OURS] }],
      numberedRowsAtMost: 200,
    });
    expect(await scene.keep({ writeBody: () => 'New.' })).toMatchObject({ action: 'updated', number: 451 });
  });

  test('not among pull requests', async () => {
    const scene = await open([{ ...OURS, isPull: true }]);
    expect(await scene.keep()).toMatchObject({ action: 'opened', number: 2 });
    expect(scene.issue(1).body).toBe(OURS.body);
  });

  test.each([
    [
      'of another key',
      writeMarked('x', {
        marks: { begin: '<!-- certops:issue-key=a -->', end: '<!-- /certops:issue-key=a -->' },
      }),
    ],
    ['that quotes the marks', writeMarked('x').replace(/^/gm, '> ')],
    ['without a text', null],
  ])('not in an issue %s', async (_words, body) => {
    const scene = await open([{ title: 'Other', body }]);
    expect(await scene.keep()).toMatchObject({ action: 'opened', number: 2 });
    expect(scene.issue(1).body).toBe(body);
  });

  test.each([
    ['the open one of the lowest number', ['closed', 'open', 'open'], 2, '#3'],
    ['among closed ones the last that was touched', ['closed', 'closed', 'closed'], 2, '#3, #1'],
  ] as const)(
    'as %s where there are several, and the others are named',
    async (_words, states, kept, named) => {
      const touched = ['2025-01-01T00:00:00Z', '2025-12-01T00:00:00Z', '2025-06-01T00:00:00Z'];
      const scene = await open(
        states.map((state, index) => ({ ...OURS, state, updatedAt: new Date(touched[index] ?? '') })),
      );
      const { number, warnings } = await scene.keep();
      expect(number).toBe(kept);
      expect(warnings).toEqual([expect.stringContaining(`${named} carr`)]);
      expect(warnings[0]).toContain(MARKS.begin);
      expect(scene.issue(3).body).toBe(OURS.body);
    },
  );
});

describe('a key', () => {
  test.each([
    ['that would end the comment', '--> <script>alert(1)</script> <!--'],
    ['of several lines', 'a\nb\u2028c'],
    ['of other letters', 'ключ – 鍵 🔑'],
    ['that is not well-formed', '\ud800'],
    ['that is long', 'x'.repeat(5000)],
    ['that another begins with', KEY.slice(0, -1)],
  ])('%s has an issue of its own, found again, in marks of one line each', async (_words, key) => {
    const scene = await open([OURS]);
    const opened = await scene.keep({ key });
    expect(opened).toMatchObject({ action: 'opened', number: 2 });
    const [first = ''] = scene.issue(2).body?.split('\n') ?? [];
    expect(first).toMatch(/^<!-- certops:issue-key=[\w.!~*'()%:-]{1,200} -->$/);
    expect(await scene.keep({ key })).toMatchObject({ action: 'unchanged', number: 2 });
  });
});
