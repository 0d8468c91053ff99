/**
 * The network as companies have it: a CONNECT proxy, which may want a password, refuse or stay
 * silent, and a TLS server.
 */
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface Proxy extends Listening {
  /** What it was asked to connect to, as `host:port`. */
  readonly asked: readonly string[];
}

export interface ProxyScript {
  /** To which port on this machine every host name leads. */
  readonly leadsTo: number;
  /** As in `user:password`; without it, everybody may pass. */
  readonly wants?: string;
  /** In place of a connection: an answer, from its status line on, or nothing at all. */
  readonly instead?: string | 'silence';
}

async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function join(one: Socket, other: Socket): void {
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
  one.pipe(other).pipe(one);
}

/** Answers nothing but CONNECT. */
export async function startProxy({ leadsTo, wants, instead }: ProxyScript): Promise<Proxy> {
  const asked: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket): void => {
    asked.push(request.url ?? '');
    if (instead === 'silence') return;
    if (instead !== undefined) {
      socket.end(instead);
      return;
    }
    const known =
      wants === undefined ? undefined : `Basic ${Buffer.from(wants).toString('base64')}`;
    if (known !== undefined && request.headers['proxy-authorization'] !== known) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
      );
      return;
    }
    const upstream = connect(leadsTo, '127.0.0.1', () =>
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'),
    );
    join(socket, upstream);
  });
  return { ...(await listen(server)), asked };
}

/** Speaks TLS for a server on this machine that does not. */
export async function startTls(leadsTo: number, key: string, cert: string): Promise<Listening> {
  const server = createTlsServer({ key, cert }, (socket) =>
    join(socket, connect(leadsTo, '127.0.0.1')),
  );
  server.on('tlsClientError', () => undefined);
  return listen(server);
}
