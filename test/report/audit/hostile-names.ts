import { HOSTILE } from '../hostile-text.ts';

/** Names that would be a statement, a directive, a link or markup of a Mermaid diagram. */
export const HOSTILE_NAMES: readonly string[] = [
  HOSTILE,
  '%%{init: {"theme": "dark", "securityLevel": "loose"}}%%',
  '%% comment',
  'click id-1 href "javascript:alert(1)"',
  'a :crit, 2020-01-01, 1d\n    click x call alert()',
  'section mine',
  'title mine',
  'gantt',
  'end',
  'dateFormat X',
  'accTitle: mine',
  '2026-01-01, 2d',
  '---\nconfig:\n  theme: dark\n---',
  '```\n<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '#quot;#59;#35;',
  ';;;',
  ':::',
  '@{shape: x}',
  '\u202egnp.exe',
  '\ud800',
  '…',
];
