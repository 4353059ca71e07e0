"use client";

import { useEffect, useRef, useState } from "react";
import { get, useForm, useFormState, useWatch, type UseFormReturn } from "react-hook-form";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { parse } from "@/lib/schema";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Field, FieldGroup, PatchOf } from "@/lib/settings/fields";
import { isJsonObject, sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { patchSchema } from "@/lib/settings/patch-schema";
import {
  differingPaths,
  formPatch,
  formSchema,
  formValues,
  type FormValues,
} from "@/lib/settings/form/section-form";
import { leaves, type Section } from "@/lib/settings/sections";
import { useFieldProblems, type FieldProblem } from "./field-problems";

type Undo = () => void;

type SectionFormInput<C extends FieldGroup> = {
  section: Section<C>;
  /** The leaves that the form edits. The same array on every render. */
  paths: readonly string[];
  /** The effective values and the function that changes them, as the section's hook returns them. */
  settings: { value: JsonObject; editPatch: (patch: PatchOf<C>) => Undo };
  /** Called with the saved paths and a function that undoes the save. */
  onSaved?: (paths: readonly string[], undo: Undo) => void;
};

/** A field of the form: its value and its problems. */
export type FormField = {
  field: Field;
  value: Json;
  change: (value: Json) => void;
  isChanged: boolean;
  problems: readonly FieldProblem[];
  /**
   * The value that another device stored since the person began to edit the field; saving replaces it. Undefined where
   * no other device changed the field.
   */
  elsewhere: Json | undefined;
};

export type SectionForm = {
  field: (path: string) => FormField;
  /** Paths whose form value differs from the stored value, in the order of the form. Only these are saved. */
  changed: readonly string[];
  /** Returns false and focuses the first wrong field where a value is not possible. */
  save: () => Promise<boolean>;
  discard: (paths?: readonly string[]) => void;
};

/**
 * A form of several fields of a section, saved together as one patch of the changed fields. The rules are those of the
 * section's fields. A field that the person has not touched follows other devices; a touched one is kept.
 */
export function useSectionForm<C extends FieldGroup>(input: SectionFormInput<C>): SectionForm {
  const { section, paths, settings, onSaved } = input;
  const form = useForm<FormValues>({
    resolver: schemaResolver(formSchema(section, paths)),
    defaultValues: formValues(settings.value, paths),
    shouldFocusError: false,
  });
  const [editedFrom, setEditedFrom] = useState<JsonObject>({});
  const focusFirst = useFocusFirst();
  const { errors, isSubmitted } = useFormState({ control: form.control });
  const problemsOf = useFieldProblems();
  const held = documentOf(useWatch({ control: form.control }));
  useFollow(form, paths, settings.value);

  const now = (path: string): Json => valueAt(settings.value, path) ?? null;
  const changed = differingPaths(paths, settings.value, held);

  function change(path: string, value: Json) {
    if (!changed.includes(path)) setEditedFrom({ ...editedFrom, [path]: now(path) });
    form.setValue(path, value, { shouldDirty: true, shouldValidate: isSubmitted });
  }
  function saveChanged(values: FormValues) {
    const touched = differingPaths(paths, settings.value, documentOf(values));
    if (touched.length === 0) return;
    const undo = settings.editPatch(parse(patchSchema(section), formPatch(documentOf(values), touched)));
    onSaved?.(touched, undo);
  }
  return {
    changed,
    field(path) {
      const field = leaves(section).get(path);
      if (!field) throw new Error(`${path} is no setting`);
      const isChanged = changed.includes(path);
      const moved = isChanged && !sameJson(editedFrom[path], now(path));
      return {
        field,
        value: valueAt(held, path) ?? null,
        change: (value) => change(path, value),
        isChanged,
        problems: problemsOf(field.control, get(errors, path), valueAt(held, path) ?? null),
        elsewhere: moved ? now(path) : undefined,
      };
    },
    async save() {
      const found = await submit(form, paths, saveChanged);
      focusFirst(found);
      return found === null;
    },
    discard: (some = paths) =>
      form.reset(some.reduce((values, path) => setAt(values, path, now(path)), held)),
  };
}

/** Hands the values over if the schema has nothing against them, and answers null; else the fields that are wrong. */
async function submit(
  form: UseFormReturn<FormValues>,
  paths: readonly string[],
  handOver: (values: FormValues) => void,
): Promise<readonly string[] | null> {
  let found: readonly string[] | null = null;
  await form.handleSubmit(handOver, (wrong) => void (found = paths.filter((path) => get(wrong, path))))();
  return found;
}

const documentOf = (values: unknown): JsonObject => (isJsonObject(values) ? values : {});

/** Shows the changes of other devices in the fields that the person has not touched. */
function useFollow(form: UseFormReturn<FormValues>, paths: readonly string[], value: JsonObject) {
  const shown = useRef(value);
  useEffect(() => {
    const before = shown.current;
    shown.current = value;
    if (differingPaths(paths, before, value).length === 0) return;
    const held = documentOf(form.getValues());
    const touched = differingPaths(paths, before, held);
    form.reset(formValues(value, paths), { keepErrors: true, keepIsSubmitted: true });
    for (const path of touched) form.setValue(path, valueAt(held, path), { shouldDirty: true });
  }, [form, paths, value]);
}

/** Focuses the first of fields that are wrong, once the page has marked it, however long it takes to draw that. */
function useFocusFirst() {
  const [wrong, setWrong] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (wrong?.[0] !== undefined) focusField(wrong[0]);
  }, [wrong]);
  return setWrong;
}

/** Focuses a wrong field: the part of it that is marked as invalid, else its control. */
function focusField(path: string) {
  const row = document.getElementById(fieldId(path));
  const part = row?.querySelector<HTMLElement>("[aria-invalid=true]");
  (part ?? row?.querySelector<HTMLElement>("input, select, textarea, [role=switch]"))?.focus();
}
