import {
  answered,
  faulty,
  type Access,
  type Account,
  type Answer,
  type Filled,
} from "@/lib/integrations/contract/duties";
import { accountAnswer, inspected, numberAnswer, type NumberAnswer } from "./answers";
import { graphApi, type GraphApi, type GraphParts } from "./graph";

/** Without these a connection would be of no use. */
export const neededScopes = ["whatsapp_business_management", "whatsapp_business_messaging"] as const;

const numberFields = "id,display_phone_number,verified_name,status,quality_rating";

/** The numbers of an account. */
export const listNumbers = (api: GraphApi, accountId: string) =>
  api.all(numberAnswer, `/${accountId}/phone_numbers`, { fields: numberFields });

/**
 * The account that a token opens: the one that the person named, else the first that was given. Nothing that a browser
 * says is believed: the token has to be of our app and to have the permissions, the account has to be one of those that
 * it was given for, and the number one of the account's. An account without a number is an account all the same.
 */
export async function findAccount(
  parts: GraphParts,
  access: Access,
  filled: Filled,
): Promise<Answer<Account>> {
  const token = await access.token();
  if (!token.ok) return token;
  const given = await accountsOf(parts, token.value);
  if (!given.ok) return given;
  const { accountId, numberId } = filled;
  if (accountId !== undefined && !/^\w{1,64}$/.test(accountId)) return faulty("gone");
  const wanted = accountId ?? given.value?.[0];
  if (wanted === undefined || (given.value && !given.value.includes(wanted))) return faulty("gone");
  const api = graphApi(parts, access);
  const account = await api.one(accountAnswer, `/${wanted}`, { fields: "id,name" });
  if (!account.ok) return account;
  const numbers = await listNumbers(api, account.value.id);
  if (numbers.fault) return numbers.fault;
  const number = chosenNumber(numbers.found, numberId || null);
  if ((numberId && !number) || (number && number.id === parts.app.ownNumberId)) return faulty("gone");
  return answered(shownAccount(account.value, number));
}

/** Of an account's numbers the one of that id; without an id the first that works, else the first. */
export function chosenNumber(numbers: readonly NumberAnswer[], id: string | null): NumberAnswer | null {
  if (id !== null) return numbers.find((number) => number.id === id) ?? null;
  return numbers.find(({ status }) => status === "CONNECTED") ?? numbers[0] ?? null;
}

const shownAccount = ({ id, name }: { id: string; name: string }, number: NumberAnswer | null): Account => ({
  id: id.slice(0, 64),
  name: (number?.verified_name || name || id).slice(0, 200),
  email: (number?.display_phone_number || id).slice(0, 60),
  url: null,
  numberId: number?.id ?? null,
});

/** What Meta says of a token, which it says to the app alone. */
function inspect({ app, ask, now }: GraphParts, token: string) {
  const ours = async () => answered(`${app.appId}|${app.appSecret}`);
  const api = graphApi({ app, ask, now }, { token: ours, renewed: ours });
  return api.one(inspected, "/debug_token", { input_token: token });
}

const soonMs = 14 * 24 * 60 * 60 * 1_000;

/** When a token ends, and whether that is within two weeks; null: never. Undefined: Meta did not say. */
export async function endOfToken(parts: GraphParts, access: Access) {
  const token = await access.token();
  const read = token.ok ? await inspect(parts, token.value) : null;
  if (!read?.ok) return undefined;
  const end = read.value.data.expires_at * 1_000;
  return end > 0 ? { at: new Date(end).toISOString(), soon: end - parts.now() < soonMs } : null;
}

/** The accounts that a token was given for; null where Meta names none, which means all that its owner may see. */
async function accountsOf(parts: GraphParts, token: string): Promise<Answer<string[] | null>> {
  const read = await inspect(parts, token);
  // The app's own words are refused: the platform is set up wrongly, and the person's token is as good as it was.
  if (!read.ok) return read.fault === "credentials" ? faulty("unreachable") : read;
  const { app_id: appId, is_valid: isValid, scopes, granular_scopes: granular } = read.value.data;
  if (!isValid) return faulty("credentials");
  if (appId !== parts.app.appId) return faulty("foreign");
  if (!neededScopes.every((scope) => scopes.includes(scope))) return faulty("scope");
  return answered(granular.find(({ scope }) => scope === neededScopes[0])?.target_ids ?? null);
}
