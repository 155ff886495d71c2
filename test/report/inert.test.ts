import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inertLines, inertLink, inertMarkdown, inertText } from '../../src/report/inert.ts';

/** What GitHub's runner takes for a command: `::name` at a line's start, `##[name]` anywhere in it. */
function holdsCommand(text: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) => line.trimStart().startsWith('::') || line.includes('##['));
}

describe('the log', () => {
  test.each([
    '::set-output name=id::1',
    '   ::add-mask::x',
    'fine\r\n::error::x',
    'fine\r::error::x',
    'a ##[command]x',
    '\u2028::error::x',
    '##[[x',
    ':::x',
  ])('makes %p no command', (text) => {
    expect(holdsCommand(text) || text.includes('\r') || text.includes('\u2028')).toBe(true);
    expect(holdsCommand(inertLines(text))).toBe(false);
  });

  test('holds no command, whatever the text', () => {
    const pieces = fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      'x',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0000',
      '\u2029',
      '\u001b[0m',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => !holdsCommand(inertLines(parts.join('')))),
      { numRuns: 2000 },
    );
  });

  test('leaves ordinary lines as they are', () => {
    const text = 'Would send: POST https://api.cloudflare.com/x {"a":1}\n\tindented: a::b #1';
    expect(inertLines(text)).toBe(text);
  });
});

describe('Markdown', () => {
  test.each([
    '<script>alert(1)</script>',
    '![x](https://example.com/pixel)',
    'a | b',
    '@octocat',
    '`code`',
    '# title',
    '<!-- comment',
    '**bold** _it_ ~~no~~',
    'https://example.com',
  ])('takes %p as text', (text) => {
    const withoutEntities = inertMarkdown(text).replace(/&(amp|lt|gt|#\d+);/g, '');
    expect(withoutEntities).not.toMatch(/[<>`*_[\]#|@~!\\&]|:\/\//);
  });

  test.each(['www.example.com', 'WWW.example.com', 'see www.example.com.'])('links no part of %p', (text) => {
    expect(inertMarkdown(text)).not.toMatch(/www\./i);
  });

  test('becomes one line, cut to its length', () => {
    expect(inertText('a\nb\r\n c\u0007', 500)).toBe('a b c\ufffd');
    expect(inertText('x'.repeat(600), 500)).toHaveLength(500);
  });
});

describe('a link in Markdown', () => {
  test('leads to an address of http or https', () => {
    expect(inertLink('portal', 'https://dash.example.com/a/b?c=d#e')).toBe(
      '[portal](https://dash.example.com/a/b?c=d#e)',
    );
    expect(inertLink('portal', 'http://[::1]:8080/')).toBe('[portal](http://[::1]:8080/)');
  });

  test.each([
    null,
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//dash.example.com/',
    '/relative',
    'Ask the desk',
    'https://user:secret@dash.example.com/',
    `https://dash.example.com/${'x'.repeat(2000)}`,
  ])('leads nowhere for %j', (address) => {
    expect(inertLink('a|b', address)).toBe('a&#124;b');
  });

  test.each([
    ['https://x.example.com/a)b(c', 'https://x.example.com/a%29b%28c'],
    ['https://x.example.com/a|b`c*d$e', 'https://x.example.com/a%7Cb%60c%2Ad%24e'],
    ['https://x.example.com/?a=1&copy=2', 'https://x.example.com/?a=1&amp;copy=2'],
    ['https://x.example.com/?q="<b>\\', 'https://x.example.com/?q=%22%3Cb%3E%5C'],
    ['https://x.example.com/a b\n[c](d)', 'https://x.example.com/a%20b[c]%28d%29'],
  ])('ends where the action says: %j', (address, expected) => {
    expect(inertLink('x', address)).toBe(`[x](${expected})`);
  });

  test('holds its text', () => {
    expect(inertLink('a](b)', 'https://x.example.com/')).toBe('[a&#93;&#40;b&#41;](https://x.example.com/)');
    expect(inertLink('', 'https://x.example.com/')).toBe('');
  });

  test('is one link, whatever the text and the address', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a]()[<>|&`\\ \n"*_:/') });
    fc.assert(
      fc.property(text, text, (label, tail) => {
        const link = inertLink(`x${label}`, `https://x.example.com/${tail}`);
        return /^\[[^[\]()<>|`\\\n]*\]\(https:\/\/x\.example\.com\/[^()<>|`\\\s"*]*\)$/.test(link);
      }),
      { numRuns: 1000 },
    );
  });
});
