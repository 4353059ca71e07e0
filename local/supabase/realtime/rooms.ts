import type { Broadcast } from "./frames";

/** A receiver of a room's broadcasts. */
export type Subscriber = Readonly<{ receive(broadcast: Broadcast): void }>;

export type Rooms = Readonly<{
  enter(room: Room, subscriber: Subscriber): void;
  leave(room: Room, subscriber: Subscriber): void;
  /** Sends to all subscribers of the room but `except`. */
  broadcast(room: Room, broadcast: Broadcast, except?: Subscriber): void;
}>;

/** A public and a private channel of one topic are two rooms: broadcasts of one do not reach the other. */
export type Room = Readonly<{ topic: string; isPrivate: boolean }>;

export function createRooms(): Rooms {
  const rooms = new Map<string, Set<Subscriber>>();
  const key = (room: Room) => `${room.isPrivate ? "private" : "public"}:${room.topic}`;
  return {
    enter(room, subscriber) {
      const present = rooms.get(key(room)) ?? new Set();
      rooms.set(key(room), present.add(subscriber));
    },
    leave(room, subscriber) {
      const present = rooms.get(key(room));
      present?.delete(subscriber);
      if (present?.size === 0) rooms.delete(key(room));
    },
    broadcast(room, broadcast, except) {
      for (const subscriber of rooms.get(key(room)) ?? []) {
        if (subscriber !== except) subscriber.receive(broadcast);
      }
    },
  };
}
