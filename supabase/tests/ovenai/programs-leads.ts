import { answers, type Program } from "./program";

const stitched = { rows: [{ answer: { success: true } }], outbound: 1 };

export const leadPrograms: readonly Program[] = [
  {
    name: "the agent makes a lead, with one outbound call",
    as: "service_role",
    sql: `insert into public.leads (first_name, last_name, phone, client_id, current_project_id)
          values ('מאיה', 'אזולאי', '050-234-7001', $1, $2)
          returning first_name, last_name, phone, status, state, bant_status, interaction_count,
            requires_human_review, processing_state`,
    values: ({ clients, projects }) => [clients.estates, projects.active],
    untouched: answers(
      [
        {
          first_name: "מאיה",
          last_name: "אזולאי",
          phone: "050-234-7001",
          status: "unqualified",
          state: "new_lead",
          bant_status: "unqualified",
          interaction_count: 0,
          requires_human_review: false,
          processing_state: "pending",
        },
      ],
      { outbound: 1 },
    ),
  },
  {
    name: "the agent makes a lead without client and project, which has an owner without a person",
    as: "service_role",
    sql: "insert into public.leads (phone, status) values ('050-234-7002', 'new') returning status",
    after: `select m.role, m.user_id from public.lead_members m join public.leads l on l.id = m.lead_id
            where l.phone = '050-234-7002'`,
    untouched: answers([{ status: "new" }], { outbound: 1, after: [{ role: "OWNER", user_id: null }] }),
  },
  {
    name: "a person makes a lead in the browser and is its owner",
    as: "member",
    sql: `insert into public.leads (first_name, phone, status, client_id) values ('רון', '050-234-7003', 'new', $1)
          returning first_name, status`,
    values: ({ clients }) => [clients.estates],
    after: `select m.role, m.user_id from public.lead_members m join public.leads l on l.id = m.lead_id
            where l.phone = '050-234-7003'`,
    untouched: answers([{ first_name: "רון", status: "new" }], {
      outbound: 1,
      after: [{ role: "OWNER", user_id: "id" }],
    }),
  },
  {
    name: "a lead whose status is burning is refused",
    as: "service_role",
    sql: "insert into public.leads (phone, status) values ('050-234-7004', 'burning')",
    untouched: { error: "23514" },
  },
  {
    name: "the agent's update stores state and status, with one outbound call",
    as: "service_role",
    sql: `select public.smart_stitch_lead_update(
            p_lead_id => $1, p_state => 'qualified_for_meeting', p_status => 'qualified') as answer`,
    values: ({ leads }) => [leads.first],
    after: "select first_name, state, status from public.leads where phone = '050-234-5678'",
    untouched: answers(stitched.rows, {
      outbound: 1,
      after: [{ first_name: "נועה", state: "qualified_for_meeting", status: "qualified" }],
    }),
  },
  {
    name: "the agent's update gives a lead its name, client and project",
    as: "service_role",
    sql: `select public.smart_stitch_lead_update($1, 'אביגיל', 'שלום', '050-234-7005', null, null, $2, $3)
            as answer`,
    values: ({ leads, clients, projects }) => [leads.alone, clients.estates, projects.inactive],
    after: `select first_name, last_name, client_id, current_project_id from public.leads
            where phone = '050-234-7005'`,
    untouched: answers(stitched.rows, {
      outbound: 1,
      after: [{ first_name: "אביגיל", last_name: "שלום", client_id: "id", current_project_id: "id" }],
    }),
  },
  {
    name: "the agent's update of a lead that is not there says so",
    as: "service_role",
    sql: "select public.smart_stitch_lead_update(gen_random_uuid(), 'x') as answer",
    untouched: answers([{ answer: { success: false, error: "Lead not found" } }]),
  },
  {
    name: "the agent stores a burning BANT word by REST",
    as: "service_role",
    sql: `update public.leads set bant_status = 'burning', state = 'meeting_set' where id = $1
          returning status, state, bant_status`,
    values: ({ leads }) => [leads.first],
    untouched: answers([{ status: "new", state: "meeting_set", bant_status: "burning" }], { outbound: 1 }),
  },
  {
    name: "the agent's update of many leads calls out once for each",
    as: "service_role",
    sql: "update public.leads set last_agent_processed_at = now() where status = 'hot' returning status",
    untouched: answers([{ status: "hot" }, { status: "hot" }], { outbound: 2 }),
  },
  {
    name: "a member asks for a human in the browser",
    as: "lowerMember",
    sql: `update public.leads set requires_human_review = true, status = 'hot' where id = $1
          returning status, requires_human_review`,
    values: ({ leads }) => [leads.first],
    untouched: answers([{ status: "hot", requires_human_review: true }], { outbound: 1 }),
  },
  {
    name: "a person of another client changes no lead",
    as: "outsider",
    sql: "update public.leads set status = 'deleted' where id = $1 returning status",
    values: ({ leads }) => [leads.first],
    untouched: answers([]),
  },
  {
    name: "a lead that is deleted changes the count of its project, and so calls out once",
    as: "service_role",
    sql: "delete from public.leads where id = $1 returning first_name",
    values: ({ leads }) => [leads.first],
    after: `select metadata ? 'lead_count' as counted, (metadata ->> 'lead_count')::int
              = (select count(*) from public.leads l where l.current_project_id = p.id) as right
            from public.projects p where name = 'מגדלי הים'`,
    untouched: answers([{ first_name: "נועה" }], { outbound: 1, after: [{ counted: true, right: true }] }),
  },
  {
    name: "a lead without a project is deleted without an outbound call",
    as: "member",
    sql: "delete from public.leads where id = $1 returning first_name",
    values: ({ leads }) => [leads.withoutProject],
    untouched: answers([{ first_name: "תמר" }]),
  },
  {
    name: "a message comes in, with one outbound call",
    as: "service_role",
    sql: `insert into public.conversations (lead_id, message_content, direction, wa_timestamp, sender_number)
          values ($1, 'אפשר פרטים?', 'inbound', now(), '050-234-5678')
          returning message_content, direction, status`,
    values: ({ leads }) => [leads.first],
    untouched: answers([{ message_content: "אפשר פרטים?", direction: "inbound", status: "active" }], {
      outbound: 1,
    }),
  },
  {
    name: "a message of a lead that is not there is stored all the same, with two members without a person",
    as: "service_role",
    sql: `insert into public.conversations (lead_id, message_content, direction, wamid)
          values (gen_random_uuid(), 'x', 'outbound', 'wamid.new') returning direction`,
    after: `select m.role, m.user_id from public.conversation_members m
            join public.conversations c on c.id = m.conversation_id where c.wamid = 'wamid.new'`,
    untouched: answers([{ direction: "outbound" }], {
      outbound: 1,
      after: [
        { role: "OWNER", user_id: null },
        { role: "OWNER", user_id: null },
      ],
    }),
  },
  {
    name: "a message that is changed makes no outbound call",
    as: "service_role",
    sql: "update public.conversations set status = 'read' where wamid = 'wamid.1' returning status",
    untouched: answers([{ status: "read" }]),
  },
];
