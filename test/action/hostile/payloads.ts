import { HOSTILE_TEXTS } from '../../report/audit/hostile-audit.ts';
import { HOSTILE_NAMES } from '../../report/audit/hostile-names.ts';
import { HOSTILE_ADDRESSES, HOSTILE_MARKUP } from '../../report/audit/html/hostile-page.ts';

/** What the runner would take for an order, at the start of a line or, in its old form, anywhere. */
const COMMANDS = [
  '::set-output name=verdict::ok',
  '::add-mask::verdict',
  '::stop-commands::forever',
  '::save-state name=directory::/',
  '::add-path::/tmp/evil',
  '::set-env name=NODE_OPTIONS::--require=/tmp/evil.js',
  '::echo::on',
  '::warning file=x::forged',
  '##[set-output name=verdict]ok',
  '##[add-mask]verdict',
];
const LINE_ENDS = ['\n', '\r', '\r\n', '\u2028', '\u0085', '\u000b', '\n\u00a0', '\n\ufeff', '%0A', '%0D%0A'];

/** Everything that a vendor could put into a text to be more than text, each a field's whole value. */
export const PAYLOADS: readonly string[] = [
  ...COMMANDS,
  ...LINE_ENDS.map((end, index) => `x${end}${COMMANDS[index % COMMANDS.length]}`),
  'verdict<<ghadelimiter_0\nok\nghadelimiter_0\n',
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u009b0m',
  '@octo-org/infrastructure fixes #1 closes octo-org/infrastructure#2',
  '| a | b |\n| --- | --- |\n| ![x](https://evil.example/p.png) | <img src=x onerror=alert(1)> |',
  '-->\n<!-- /certops:issue-key=x --><details open><summary>x</summary>',
  `${'long '.repeat(20_000)}end`,
  ...HOSTILE_TEXTS.map(([, text]) => text),
  ...HOSTILE_NAMES,
  ...HOSTILE_MARKUP,
  ...HOSTILE_ADDRESSES,
];
