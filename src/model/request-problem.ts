/** Why a request got no usable answer, as data. */

/** Why there was no answer at all. */
export type RequestProblem =
  | { readonly type: 'interrupted' }
  /** The limit was zero or less when the request left the queue, so nothing was sent. */
  | { readonly type: 'no-time' }
  | { readonly type: 'too-slow'; readonly limitMs: number }
  | { readonly type: 'network'; readonly code: string | undefined; readonly message: string }
  /** The server at an `https` address does not speak TLS. */
  | { readonly type: 'no-tls' }
  | { readonly type: 'tls-handshake'; readonly code: string }
  /** The server's certificate was refused; OpenSSL's or Node's code says why. */
  | { readonly type: 'certificate'; readonly code: string }
  | { readonly type: 'proxy-auth' }
  | { readonly type: 'proxy-status'; readonly status: number }
  | { readonly type: 'proxy-connection'; readonly message: string };

/** Why a body could not be read although the status and headers arrived. */
export type BodyProblem =
  // An interruption ends the step, so nothing describes it as a failure.
  | Exclude<RequestProblem, { readonly type: 'interrupted' }>
  | { readonly type: 'too-large'; readonly maxBytes: number }
  | { readonly type: 'not-utf8' }
  /** Nothing more came for a while. */
  | { readonly type: 'stalled'; readonly afterMs: number }
  /** A file is not of the format that was asked for, or breaks off. */
  | { readonly type: 'not-whole'; readonly format: 'JSON' | 'PDF' }
  /** The body is encoded, and cannot be decoded. */
  | { readonly type: 'encoded'; readonly encoding: string };

/** What a body is that is not JSON. */
export type NotJson =
  | 'empty'
  /** It starts like JSON and ends too early. */
  | 'broken-off'
  /** It starts with `<`. */
  | 'web-page'
  | 'other';
