import type { ServerResponse } from 'node:http';
import type { FaultPlan, RetryAfter } from './faults.ts';
import type { OpenEntry } from './history.ts';
import { swapShape } from './shapes.ts';
import type { Answer, Clock, Vendor, VendorRequest } from './vendor.ts';

const MEGABYTE = 1_000_000;

/** One request on its way to an answer. */
export interface Delivery {
  readonly vendor: Vendor;
  readonly request: VendorRequest;
  readonly response: ServerResponse;
  readonly entry: OpenEntry;
  readonly clock: Clock;
}

/** What goes over the wire. */
interface Message {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers as the vendor does. */
export async function deliver(delivery: Delivery): Promise<void> {
  send(delivery, writeJson(await act(delivery)));
}

/** Answers as a fault has it. */
export async function deliverFault(delivery: Delivery, fault: FaultPlan): Promise<void> {
  const { vendor, response } = delivery;
  delivery.entry.fault = fault.kind;
  switch (fault.kind) {
    case 'reset-before':
      return resetConnection(response);
    case 'lost-answer':
      await act(delivery);
      return resetConnection(response);
    case 'stall':
      if (fault.acted ?? false) await act(delivery);
      return;
    case 'slow':
      return deliverSlowly(delivery, fault.delayMilliseconds, fault.acted ?? true);
    case 'status': {
      if (fault.acted ?? false) await act(delivery);
      return send(delivery, makeStatusMessage(fault, delivery));
    }
    case 'success-false': {
      if (fault.acted ?? false) await act(delivery);
      const { code, message } = fault;
      return send(delivery, writeJson(vendor.makeErrorAnswer({ status: 200, code, message })));
    }
    case 'redirect': {
      if (fault.acted ?? false) await act(delivery);
      const headers = { ...vendor.makeHeaders(), location: fault.location };
      return send(delivery, { status: fault.status ?? 302, headers, body: '' });
    }
    case 'cut-body':
      return cutBody(delivery, writeJson(await answerOrBlank(delivery, fault.acted ?? true)));
    case 'broken-json': {
      const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
      return send(delivery, { ...message, body: message.body.slice(0, message.body.length / 2) });
    }
    case 'empty-body': {
      const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
      return send(delivery, { ...message, body: '' });
    }
    case 'wrong-shape': {
      const answer = await answerOrBlank(delivery, fault.acted ?? true);
      const json = vendor.replaceResult(answer.json, (result) => swapShape(result, fault.shape));
      return send(delivery, writeJson({ ...answer, json }));
    }
    case 'huge-body': {
      const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
      const bytes = (fault.megabytes ?? 100) * MEGABYTE;
      return streamHugeBody(delivery, message, { bytes, announced: fault.contentLength ?? false });
    }
  }
}

async function act({ vendor, request, entry }: Delivery): Promise<Answer> {
  const answer = await vendor.answer(request);
  entry.acted = answer.status >= 200 && answer.status < 300;
  return answer;
}

async function answerOrBlank(delivery: Delivery, acted: boolean): Promise<Answer> {
  return acted ? act(delivery) : delivery.vendor.makeBlankAnswer();
}

async function deliverSlowly(delivery: Delivery, milliseconds: number, actFirst: boolean): Promise<void> {
  // What making the answer takes is of the delay, not beside it.
  const waited = pause(delivery.response, milliseconds);
  const first = actFirst ? writeJson(await act(delivery)) : null;
  const stillThere = await waited;
  if (stillThere) send(delivery, first ?? writeJson(await act(delivery)));
}

/** Waits; false as soon as the caller has gone. */
function pause(response: ServerResponse, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

function writeJson({ status, headers, json, text }: Answer): Message {
  const body = text ?? JSON.stringify(json);
  const type = body === '' ? {} : { 'content-type': 'application/json' };
  return { status, headers: { ...type, ...headers }, body };
}

function send({ response, entry }: Delivery, { status, headers, body }: Message): void {
  entry.status = status;
  // RFC 9110, 8.6: a 204 has no Content-Length.
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length }).end(body);
}

function resetConnection(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function cutBody({ response, entry }: Delivery, { status, headers, body }: Message): void {
  entry.status = status;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

function streamHugeBody(
  { response, entry }: Delivery,
  { status, headers }: Message,
  { bytes, announced }: { readonly bytes: number; readonly announced: boolean },
): void {
  entry.status = status;
  const [head, tail] = ['{"result":"', '"}'];
  let left = bytes - head.length - tail.length;
  const filling = Buffer.alloc(Math.min(left, MEGABYTE), 'x');
  response.writeHead(status, { ...headers, ...(announced ? { 'content-length': String(bytes) } : {}) });
  response.write(head);
  const pump = () => {
    while (left > 0) {
      const chunk = filling.subarray(0, left);
      left -= chunk.length;
      if (!response.write(chunk)) return;
    }
    response.off('drain', pump);
    response.end(tail);
  };
  response.on('drain', pump);
  pump();
}

function makeStatusMessage(
  fault: Extract<FaultPlan, { kind: 'status' }>,
  { vendor, clock }: Delivery,
): Message {
  const { status, body = 'vendor', code, message } = fault;
  const retryAfter =
    fault.retryAfter ?? (status === 429 ? { form: vendor.retryAfterForm, seconds: 1 } : { form: 'none' });
  const written = writeRetryAfter(retryAfter, clock);
  const headers = { ...vendor.makeHeaders(), ...(written === null ? {} : { 'retry-after': written }) };
  if (body === 'vendor') {
    const answer = writeJson(vendor.makeErrorAnswer({ status, code, message }));
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  if (body === 'empty') return { status, headers, body: '' };
  const page =
    body === 'html'
      ? { text: makePage(status), contentType: 'text/html; charset=UTF-8' }
      : { contentType: 'text/plain', ...body };
  return {
    status,
    headers: { ...headers, 'content-type': page.contentType ?? 'text/plain' },
    body: page.text,
  };
}

/** The header's value in one of the forms that clients meet; null for none. */
function writeRetryAfter(retryAfter: RetryAfter, clock: Clock): string | null {
  switch (retryAfter.form) {
    case 'seconds':
      return String(retryAfter.seconds);
    case 'unit':
      return `${retryAfter.seconds}s`;
    case 'date':
      return new Date(Math.ceil(clock.now() / 1000 + retryAfter.seconds) * 1000).toUTCString();
    case 'text':
      return retryAfter.text;
    case 'none':
      return null;
  }
}

function makePage(status: number): string {
  return `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Error ${status}</h1><p>The web server reported an error.</p></body></html>\n`;
}
