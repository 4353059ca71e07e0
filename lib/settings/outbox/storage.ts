import { custom, number, object, parse, safeParse, string, type ValueOf } from "@/lib/schema";
import { emptyDocument, type DeviceDocument, type DocumentKey } from "./device-document";
import { deviceDocument } from "./document-schema";
import { documentId } from "@/lib/settings/document";
import { isJsonObject, type Json } from "@/lib/settings/json";
import { durableOrMemory } from "@/lib/device/durable-or-memory";
import { memoryKeyValue, type KeyValue } from "@/lib/device/key-value";
import { settingsSection, type SectionLookup } from "@/lib/settings/registry";
import { bucketStore, createSecondCopy } from "@/lib/device/second-copy";
import { twiceKept } from "@/lib/device/twice-kept";
import { reunite } from "./reunite";
import { upgradeDocument } from "./upgrade";

/** The person whose pages this device showed last, with what the shell needs to be drawn without a server. */
const devicePerson = object({ userId: string(), shell: custom<Json>(), at: number() });
export type DevicePerson = ValueOf<typeof devicePerson>;

/**
 * Records lie on devices under the names of the first build, `user` and `scope`, and stay so: a page of an older build
 * may be open beside this one, and a record that it cannot read it would replace by an empty one. Only here are the
 * names translated.
 */
function fromRecord(record: unknown): unknown {
  if (!isJsonObject(record)) return record;
  const { user: userId, scope: projectId, ...rest } = record;
  return { ...rest, userId, projectId };
}
const toRecord = ({ userId: user, projectId: scope, ...rest }: DeviceDocument) => ({ user, scope, ...rest });

/**
 * The records of this device. Those of different people lie side by side and never meet: the user is in the key. A
 * document of a section that this build does not know is left alone.
 */
export type OutboxStorage = {
  list(userId: string): Promise<DeviceDocument[]>;
  update(key: DocumentKey, change: (document: DeviceDocument) => DeviceDocument): Promise<DeviceDocument>;
  person(): Promise<DevicePerson | null>;
  rememberPerson(person: DevicePerson): Promise<void>;
  /** The device belongs to nobody until somebody signs in. Edits that wait stay for the return of their owner. */
  forgetPerson(): Promise<void>;
  /** False: the last write is lost when the page closes. */
  isDurable(): boolean;
  /** Calls `act` whenever the device answers again after a silence. */
  onRegained(act: () => void): void;
  /** Removes all records of this person and none of other people's. */
  forget(userId: string): Promise<void>;
};

const databaseName = "ovenai-settings";
const personKey = "person";
const keyPrefix = (userId: string) => `document/${userId}/`;
const keyOf = ({ userId, ...ref }: DocumentKey) => `${keyPrefix(userId)}${documentId(ref)}`;

export function createOutboxStorage(
  store: KeyValue = browserStore(),
  lookup: SectionLookup = settingsSection,
): OutboxStorage {
  const read = (value: unknown): DeviceDocument[] => {
    const { data } = safeParse(deviceDocument, fromRecord(value));
    const section = data && lookup(data.section);
    return section ? [upgradeDocument(section, data)] : [];
  };
  async function person() {
    const entry = (await store.entries()).find(([key]) => key === personKey);
    return safeParse(devicePerson, fromRecord(entry?.[1])).data ?? null;
  }
  return {
    person,
    async list(userId) {
      const documents = (await store.entries()).filter(([key]) => key.startsWith(keyPrefix(userId)));
      return documents.flatMap(([, value]) => read(value));
    },
    async update(key, change) {
      const documentIn = (value: unknown) =>
        read(value)[0] ?? emptyDocument(key, lookup(key.section)?.schemaVersion ?? 0);
      const changed = await store.update(
        keyOf(key),
        (value) => toRecord(change(documentIn(value))),
        (stored, inMemory, since) =>
          toRecord(reunite(documentIn(stored), documentIn(inMemory), documentIn(since))),
      );
      const document = parse(deviceDocument, fromRecord(changed));
      // An older copy on a disk that refuses writes must not come back one day and send edits that were answered long ago.
      // Not awaited: documents must be shown in the order in which they were written.
      if (!document.sending && !document.pending) void store.dropStale(keyOf(key));
      return document;
    },
    isDurable: store.isDurable,
    onRegained: store.onRegained,
    async rememberPerson({ userId: user, ...rest }) {
      await store.update(personKey, () => ({ user, ...rest }));
    },
    forgetPerson: () => store.remove([personKey]),
    async forget(userId) {
      const keys = (await store.entries())
        .map(([key]) => key)
        .filter((key) => key.startsWith(keyPrefix(userId)));
      const isRemembered = (await person())?.userId === userId;
      await store.remove(isRemembered ? [...keys, personKey] : keys);
    },
  };
}

const browserStore = () =>
  typeof indexedDB === "undefined"
    ? memoryKeyValue(new Map(), { durable: false })
    : durableOrMemory(
        twiceKept(
          () => indexedDB,
          databaseName,
          createSecondCopy(() => bucketStore(databaseName)),
        ),
      );
