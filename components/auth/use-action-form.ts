"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEventHandler } from "react";
import { useForm, type DefaultValues, type FieldValues, type Path, type Resolver } from "react-hook-form";
import type { Failure, Result } from "@/lib/result";

type ActionForm<Values extends FieldValues, T> = {
  resolver: Resolver<Values>;
  defaultValues: DefaultValues<Values>;
  action: (values: Values) => Promise<Result<T>>;
  /** The form stays pending until this has finished, so that it cannot be sent twice. */
  onDone: (value: T, values: Values) => void | Promise<void>;
};

/** The message that says when it may be tried again. */
const tooOften = "retryAfter";

/**
 * A form that a server action handles. The browser checks the values with the action's schema; errors that only the
 * server finds show at the field they name, else above the buttons (`errors.root`). Messages are keys of `errors`.
 */
export function useActionForm<Values extends FieldValues, T>(given: ActionForm<Values, T>) {
  const t = useTranslations("errors");
  const [pending, startTransition] = useTransition();
  const [minutes, setMinutes] = useState(0);
  const form = useForm<Values>({ resolver: given.resolver, defaultValues: given.defaultValues });

  const isField = (path: string | undefined): path is Path<Values> =>
    path !== undefined && path in given.defaultValues;
  const refuse = ({ code, path, message, retryAfter }: Failure) => {
    if (retryAfter !== undefined) {
      setMinutes(Math.ceil(retryAfter / 60));
      return form.setError("root", { message: tooOften });
    }
    const key = message && t.has(`fields.${message}`) ? `fields.${message}` : `codes.${code}`;
    if (isField(path)) form.setError(path, { message: key }, { shouldFocus: true });
    else form.setError("root", { message: key });
  };
  // The button keeps its focus while the form is sent, and can be pressed again. `pending` ends later than this: who
  // reads the refusal may press at once.
  const isSent = useRef(false);
  const send = (values: Values) => {
    if (isSent.current) return;
    isSent.current = true;
    startTransition(async () => {
      const result = await given.action(values).catch(() => null);
      if (result?.ok) await given.onDone(result.value, values);
      isSent.current = false;
      if (!result) form.setError("root", { message: "codes.unavailable" });
      else if (!result.ok) refuse(result.error);
    });
  };
  const submit: FormEventHandler<HTMLFormElement> = (event) => void form.handleSubmit(send)(event);
  /** The message of a field's error; undefined where it has none. */
  const errorOf = (message: string | undefined) => {
    if (!message) return undefined;
    if (message === tooOften) return t(tooOften, { minutes });
    return t(message.includes(".") ? message : `fields.${message}`);
  };
  return { form, submit, pending, errorOf };
}
