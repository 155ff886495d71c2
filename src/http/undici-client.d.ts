/** Undici's HTTP/1.1 client alone: the whole package would take a quarter of the start-up time. */
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';
  export default Client;
}
