/** Post entry of simulator/action.yml: stops the simulator that the step has started, in every outcome of the job. */
import { awaitAnnouncement, readLog, stopInBackground } from './background.ts';
import { formatAnnotation } from './runner-files.ts';

const { STATE_folder: folder = '', STATE_token: token = '' } = process.env;
const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stdout.write(formatAnnotation('warning', text));

const announcement = folder === '' ? null : await awaitAnnouncement(folder);
if (announcement === null) {
  say('No simulator was started');
} else {
  const { url } = announcement;
  const stop = await stopInBackground(url, token);
  const log = readLog(folder);
  if (log !== '') say(log);
  if (stop.kind === 'stopped') say(`Stopped the simulator at ${url}; calls: ${stop.calls}`);
  if (stop.kind === 'gone') warn(`The simulator at ${url} had ended before the job did. ${log}`);
  if (stop.kind === 'someone-else') {
    warn(
      `The simulator at ${url} had ended before the job did; another program listens there, and was left alone`,
    );
  }
}
