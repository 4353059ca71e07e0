import * as z from "zod/mini";
import { deviceDocument, emptyDocument, type DeviceDocument, type DocumentKey } from "./device-document";
import type { Json } from "./json";
import { durableOrMemory, indexedDbKeyValue, memoryKeyValue, type KeyValue } from "./key-value";
import type { Section } from "./sections";
import { upgradeDocument } from "./upgrade";

/** The person whose pages this device showed last, with what the shell needs to be drawn without a server. */
const devicePerson = z.object({ user: z.string(), shell: z.custom<Json>(), at: z.number() });
export type DevicePerson = z.infer<typeof devicePerson>;

/** What this device keeps. Documents of different people lie side by side and never meet: the user is in the key. */
export type OutboxStorage = {
  list(user: string): Promise<DeviceDocument[]>;
  update(key: DocumentKey, change: (document: DeviceDocument) => DeviceDocument): Promise<DeviceDocument>;
  person(): Promise<DevicePerson | null>;
  rememberPerson(person: DevicePerson): Promise<void>;
  /** Removes everything of this person; what other people have waiting stays for them. */
  forget(user: string): Promise<void>;
};

export const databaseName = "ovenai-settings";
const personKey = "person";
const keyPrefix = (user: string) => `document/${user}/`;
const keyOf = ({ user, section, scope }: DocumentKey) => `${keyPrefix(user)}${section}/${scope ?? "all"}`;

export function createOutboxStorage(section: Section, store: KeyValue = browserStore()): OutboxStorage {
  const parse = (value: unknown): DeviceDocument[] => {
    const { data } = deviceDocument.safeParse(value);
    return data?.section === section.name ? [upgradeDocument(section, data)] : [];
  };
  async function person() {
    const entry = (await store.entries()).find(([key]) => key === personKey);
    return devicePerson.safeParse(entry?.[1]).data ?? null;
  }
  return {
    person,
    async list(user) {
      const documents = (await store.entries()).filter(([key]) => key.startsWith(keyPrefix(user)));
      return documents.flatMap(([, value]) => parse(value));
    },
    async update(key, change) {
      const changed = await store.update(keyOf(key), (value) =>
        change(parse(value)[0] ?? emptyDocument(key, section.schemaVersion)),
      );
      return deviceDocument.parse(changed);
    },
    async rememberPerson(someone) {
      await store.update(personKey, () => someone);
    },
    async forget(user) {
      const keys = (await store.entries())
        .map(([key]) => key)
        .filter((key) => key.startsWith(keyPrefix(user)));
      const isRemembered = (await person())?.user === user;
      await store.remove(isRemembered ? [...keys, personKey] : keys);
    },
  };
}

const browserStore = () =>
  typeof indexedDB === "undefined" ? memoryKeyValue() : durableOrMemory(indexedDbKeyValue(databaseName));
