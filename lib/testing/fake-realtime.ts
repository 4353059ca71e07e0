import { backOffMs } from "@/lib/live/backoff";
import type { ChannelHandlers, Transport } from "@/lib/live/connection";
import type { Timers } from "@/lib/live/timers";
import type { TokenKeeper } from "@/lib/live/token-keeper";

/** One joined channel. `deaf`: the socket is dead and nobody has noticed yet. */
type Socket = { handlers: ChannelHandlers; deaf: boolean; again(): void };
/** `fate`: the delays in ms after which a frame arrives; none: it is lost, several: it comes as often. */
type Service = { up: boolean; sockets: Set<Socket>; fate(): readonly number[] };

/**
 * The Realtime service and its stock client, which joins again by itself after errors. The test takes the service away,
 * cuts sockets and decides the fate of each frame.
 */
export function fakeRealtime(timers: Timers) {
  const service: Service = { up: true, sockets: new Set(), fate: () => [10] };
  const { sockets } = service;
  function cut(socket: Socket, status: "CHANNEL_ERROR" | "CLOSED") {
    sockets.delete(socket);
    socket.deaf = false;
    // The client never joins a channel again that the server closed.
    if (status === "CHANNEL_ERROR") socket.again();
    socket.handlers.onStatus(status, "socket closed");
  }
  return {
    service,
    cut,
    sockets: () => [...sockets],
    /** The client of a tab, which asks for a token before each channel. */
    transport: (tokens: Pick<TokenKeeper, "get" | "doubt">) => clientOf(service, timers, tokens),
    /** Cuts all sockets, which find nobody until `up` is set again. */
    goDown(status: "CHANNEL_ERROR" | "CLOSED") {
      service.up = false;
      for (const socket of [...sockets]) cut(socket, status);
    },
    /** Sends a frame to every channel. */
    emit(event: string, payload: unknown) {
      for (const socket of sockets)
        for (const ms of service.fate())
          timers.after(ms, () => {
            if (sockets.has(socket) && !socket.deaf) socket.handlers.onMessage(event, payload);
          });
    },
  };
}

function clientOf(service: Service, timers: Timers, tokens: Pick<TokenKeeper, "get" | "doubt">): Transport {
  const own = new Set<() => void>();
  return {
    async join(handlers) {
      await tokens.get();
      const leave = joinChannel(service, timers, handlers);
      own.add(leave);
      return { leave };
    },
    renewToken: tokens.doubt,
    disconnect: () => own.forEach((leave) => leave()),
  };
}

/** Tries until it has joined, and again after each error; answers how to leave. */
function joinChannel(service: Service, timers: Timers, handlers: ChannelHandlers): () => void {
  const { sockets } = service;
  let [left, tries] = [false, 0];
  const socket: Socket = { handlers, deaf: false, again };
  function again() {
    const wait = tries === 0 ? 50 : backOffMs(tries - 1, timers.random, { capMs: 10_000 });
    tries += 1;
    timers.after(wait, () => {
      if (left || sockets.has(socket)) return;
      if (!service.up) {
        again();
        return handlers.onStatus("TIMED_OUT");
      }
      tries = 0;
      sockets.add(socket);
      handlers.onStatus("SUBSCRIBED");
    });
  }
  again();
  return () => {
    left = true;
    sockets.delete(socket);
  };
}
