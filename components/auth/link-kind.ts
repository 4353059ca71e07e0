/** What a mail's link is for, as the words of its page are named: messages `auth.callback.<kind>`. */
export const linkKind = (type: string): "recovery" | "emailChange" | "confirm" => {
  if (type === "recovery") return "recovery";
  return type === "email_change" ? "emailChange" : "confirm";
};
