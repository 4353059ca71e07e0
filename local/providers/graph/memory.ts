import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Accounts } from "./state";

/**
 * Remembers accounts and tokens in a file, as the data of the copy is kept: a second run must not find that all numbers
 * are gone. Reads it now; the answer writes it.
 */
export function keepMemory({ accounts, tokens }: Accounts, file: string): () => void {
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    accounts.push(...kept.accounts);
    tokens.push(...kept.tokens);
  }
  const [ownAccounts, ownTokens] = [1, 1];
  return () => {
    const held = { accounts: accounts.slice(ownAccounts), tokens: tokens.slice(ownTokens) };
    writeFileSync(file, JSON.stringify(held), { mode: 0o600 });
  };
}
