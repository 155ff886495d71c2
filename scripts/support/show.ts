/** Shows workflow commands and Markdown as a person at a terminal would read them. */

const LABELS: Readonly<Record<string, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

/** A step's log as the runner shows it: commands carried out, masked values hidden. */
export function showLog(stdout: string, color: boolean): string {
  const paint = (code: number, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const masked: string[] = [];
  const lines: string[] = [];
  for (const line of stdout.split('\n')) {
    const command = /^::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line);
    if (command === null) {
      lines.push(line);
      continue;
    }
    const message = (command[3] ?? '').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
    if (command[1] === 'add-mask') masked.push(message);
    const label = LABELS[command[1] ?? ''];
    if (label !== undefined) lines.push(paint(command[1] === 'error' ? 31 : 33, `${label}: ${message}`));
  }
  return masked.reduce((text, secret) => text.replaceAll(secret, '***'), lines.join('\n')).trimEnd();
}

/** Markdown of the job summary as text: tables aligned, marks and entities undone. */
export function showMarkdown(markdown: string): string {
  const rows: string[][] = [];
  const lines: string[] = [];
  const flush = () => {
    const widths = (rows[0] ?? []).map((_, column) =>
      Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    );
    for (const row of rows.splice(0)) {
      lines.push(
        row
          .map((text, column) => text.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
    }
  };
  for (const line of markdown.split('\n')) {
    if (/^\| (---\s\|\s?)+/.test(line)) continue;
    if (line.startsWith('| ')) {
      rows.push(line.slice(2, -2).split(' | ').map(plain));
      continue;
    }
    flush();
    lines.push(
      plain(line.replace(/^#+ (.*)$/, (_, title: string) => `${title}\n${'='.repeat(title.length)}`)),
    );
  }
  flush();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plain(text: string): string {
  return text
    .replace(/<\/?code>/g, '')
    .replaceAll('**', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
