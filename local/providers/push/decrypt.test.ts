import { expect, it } from "vitest";
import { decrypt } from "./decrypt";

const keys = {
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  privateKey: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
  publicKey: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
};
const body = Buffer.from(
  "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  "base64url",
);

it("decrypts the example of RFC 8291, section 5", () => {
  expect(decrypt(body, keys)).toBe("When I grow up, I want to be a watermelon");
});

it("throws for a message that was changed on its way, or is for another subscription", () => {
  const changed = Buffer.from(body);
  changed[100] = (changed[100] ?? 0) ^ 1;
  expect(() => decrypt(changed, keys)).toThrow();
  expect(() => decrypt(body, { ...keys, auth: "AAAAAAAAAAAAAAAAAAAAAA" })).toThrow();
  expect(() => decrypt(body.subarray(0, 60), keys)).toThrow();
});
