// Generated from the migrations by scripts/database-types.ts. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      client_members: {
        Row: {
          client_id: string;
          created_at: string;
          role: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          client_id: string;
          created_at?: string;
          role?: string;
          user_id: string;
        };
        Update: {
          client_id?: string;
          created_at?: string;
          role?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "client_members_client_id_fkey";
            columns: ["client_id"];
            isOneToOne: false;
            referencedRelation: "clients";
            referencedColumns: ["id"];
          },
        ];
      };
      clients: {
        Row: {
          created_at: string;
          id: string;
          name: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
          updated_at?: string;
        };
        Relationships: [];
      };
      integration_connections: {
        Row: {
          account: NonNullable<Json>;
          connected_at: string;
          dead_events: number;
          details: NonNullable<Json>;
          due_at: string | null;
          expires_at: string | null;
          failures: number;
          id: string;
          kind: string;
          last_event_at: string | null;
          last_success_at: string | null;
          problem: string | null;
          provider: string;
          scopes: string[];
          status: string;
          told: boolean;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          account?: NonNullable<Json>;
          connected_at?: string;
          dead_events?: number;
          details?: NonNullable<Json>;
          due_at?: string | null;
          expires_at?: string | null;
          failures?: number;
          id?: string;
          kind: string;
          last_event_at?: string | null;
          last_success_at?: string | null;
          problem?: string | null;
          provider: string;
          scopes?: string[];
          status?: string;
          told?: boolean;
          user_id: string;
        };
        Update: {
          account?: NonNullable<Json>;
          connected_at?: string;
          dead_events?: number;
          details?: NonNullable<Json>;
          due_at?: string | null;
          expires_at?: string | null;
          failures?: number;
          id?: string;
          kind?: string;
          last_event_at?: string | null;
          last_success_at?: string | null;
          problem?: string | null;
          provider?: string;
          scopes?: string[];
          status?: string;
          told?: boolean;
          user_id?: string;
        };
        Relationships: [];
      };
      lead_events: {
        Row: {
          actor: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          kind: string;
          lead_id: string;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          actor?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: number;
          kind: string;
          lead_id: string;
          project_id: string;
        };
        Update: {
          actor?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: number;
          kind?: string;
          lead_id?: string;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "lead_events_lead_fkey";
            columns: ["lead_id", "project_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id", "project_id"];
          },
        ];
      };
      lead_mail_stops: {
        Row: {
          at: string;
          lead_id: string;
          noted_by: string | null;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          lead_id: string;
          noted_by?: string | null;
          project_id: string;
        };
        Update: {
          at?: string;
          lead_id?: string;
          noted_by?: string | null;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "lead_mail_stops_lead_id_fkey";
            columns: ["lead_id"];
            isOneToOne: true;
            referencedRelation: "leads";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "lead_mail_stops_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      lead_mails: {
        Row: {
          at: string;
          author: string | null;
          body: string;
          id: string;
          lead_id: string;
          leased_until: string | null;
          message_id: string | null;
          problem: string | null;
          project_id: string;
          provider_id: string | null;
          status: string;
          subject: string;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          author?: string | null;
          body: string;
          id: string;
          lead_id: string;
          leased_until?: string | null;
          message_id?: string | null;
          problem?: string | null;
          project_id: string;
          provider_id?: string | null;
          status?: string;
          subject: string;
        };
        Update: {
          at?: string;
          author?: string | null;
          body?: string;
          id?: string;
          lead_id?: string;
          leased_until?: string | null;
          message_id?: string | null;
          problem?: string | null;
          project_id?: string;
          provider_id?: string | null;
          status?: string;
          subject?: string;
        };
        Relationships: [
          {
            foreignKeyName: "lead_mails_lead_id_fkey";
            columns: ["lead_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "lead_mails_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      lead_notes: {
        Row: {
          at: string;
          author: string | null;
          body: string;
          id: string;
          lead_id: string;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          author?: string | null;
          body: string;
          id: string;
          lead_id: string;
          project_id: string;
        };
        Update: {
          at?: string;
          author?: string | null;
          body?: string;
          id?: string;
          lead_id?: string;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "lead_notes_lead_id_fkey";
            columns: ["lead_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "lead_notes_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      leads: {
        Row: {
          bant_authority: boolean;
          bant_budget: boolean;
          bant_need: boolean;
          bant_timeline: boolean;
          channel: string;
          company: string | null;
          created_at: string;
          email: string | null;
          heat: string;
          id: string;
          last_activity_at: string;
          name: string;
          needs_person: boolean;
          phone: string | null;
          project_id: string;
          qualified_at: string | null;
          status: string;
          updated_at: string;
          value: number;
          won_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          bant_authority?: boolean;
          bant_budget?: boolean;
          bant_need?: boolean;
          bant_timeline?: boolean;
          channel?: string;
          company?: string | null;
          created_at?: string;
          email?: string | null;
          heat?: string;
          id?: string;
          last_activity_at?: string;
          name: string;
          needs_person?: boolean;
          phone?: string | null;
          project_id: string;
          qualified_at?: string | null;
          status?: string;
          updated_at?: string;
          value?: number;
          won_at?: string | null;
        };
        Update: {
          bant_authority?: boolean;
          bant_budget?: boolean;
          bant_need?: boolean;
          bant_timeline?: boolean;
          channel?: string;
          company?: string | null;
          created_at?: string;
          email?: string | null;
          heat?: string;
          id?: string;
          last_activity_at?: string;
          name?: string;
          needs_person?: boolean;
          phone?: string | null;
          project_id?: string;
          qualified_at?: string | null;
          status?: string;
          updated_at?: string;
          value?: number;
          won_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "leads_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      meetings: {
        Row: {
          created_at: string;
          ends_at: string;
          id: string;
          lead_id: string;
          project_id: string;
          sequence: number;
          starts_at: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          ends_at: string;
          id?: string;
          lead_id: string;
          project_id: string;
          sequence?: number;
          starts_at: string;
          status?: string;
        };
        Update: {
          created_at?: string;
          ends_at?: string;
          id?: string;
          lead_id?: string;
          project_id?: string;
          sequence?: number;
          starts_at?: string;
          status?: string;
        };
        Relationships: [
          {
            foreignKeyName: "meetings_lead_fkey";
            columns: ["lead_id", "project_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id", "project_id"];
          },
        ];
      };
      messages: {
        Row: {
          direction: string;
          failed_at: string | null;
          id: string;
          lead_id: string;
          project_id: string;
          reply_seconds: number | null;
          sent_at: string;
        };
        ComputedFields: never;
        Insert: {
          direction: string;
          failed_at?: string | null;
          id?: string;
          lead_id: string;
          project_id: string;
          reply_seconds?: number | null;
          sent_at?: string;
        };
        Update: {
          direction?: string;
          failed_at?: string | null;
          id?: string;
          lead_id?: string;
          project_id?: string;
          reply_seconds?: number | null;
          sent_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "messages_lead_fkey";
            columns: ["lead_id", "project_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id", "project_id"];
          },
        ];
      };
      notification_subscriptions: {
        Row: {
          created_at: string;
          id: number;
          lead_id: string | null;
          project_id: string;
          state: string;
          until: string | null;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: never;
          lead_id?: string | null;
          project_id: string;
          state: string;
          until?: string | null;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          id?: never;
          lead_id?: string | null;
          project_id?: string;
          state?: string;
          until?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "notification_subscriptions_lead_id_fkey";
            columns: ["lead_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "notification_subscriptions_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      notifications: {
        Row: {
          action_url: string | null;
          actor_id: string | null;
          archived_at: string | null;
          category: string;
          collapse_key: string | null;
          collapsed_at: string | null;
          created_at: string;
          dedupe_key: string | null;
          expires_at: string | null;
          id: string;
          kept_away: string | null;
          lead_id: string | null;
          message: string;
          metadata: NonNullable<Json>;
          occurred_at: string;
          params: NonNullable<Json>;
          priority: string;
          project_id: string | null;
          read: boolean;
          read_at: string | null;
          routed_at: string | null;
          seen_at: string | null;
          seq: number;
          snoozed_until: string | null;
          title: string;
          type: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          action_url?: string | null;
          actor_id?: string | null;
          archived_at?: string | null;
          category: string;
          collapse_key?: string | null;
          collapsed_at?: string | null;
          created_at?: string;
          dedupe_key?: string | null;
          expires_at?: string | null;
          id?: string;
          kept_away?: string | null;
          lead_id?: string | null;
          message?: string;
          metadata?: NonNullable<Json>;
          occurred_at?: string;
          params?: NonNullable<Json>;
          priority?: string;
          project_id?: string | null;
          read?: boolean;
          read_at?: string | null;
          routed_at?: string | null;
          seen_at?: string | null;
          seq: number;
          snoozed_until?: string | null;
          title: string;
          type?: string;
          user_id: string;
        };
        Update: {
          action_url?: string | null;
          actor_id?: string | null;
          archived_at?: string | null;
          category?: string;
          collapse_key?: string | null;
          collapsed_at?: string | null;
          created_at?: string;
          dedupe_key?: string | null;
          expires_at?: string | null;
          id?: string;
          kept_away?: string | null;
          lead_id?: string | null;
          message?: string;
          metadata?: NonNullable<Json>;
          occurred_at?: string;
          params?: NonNullable<Json>;
          priority?: string;
          project_id?: string | null;
          read?: boolean;
          read_at?: string | null;
          routed_at?: string | null;
          seen_at?: string | null;
          seq?: number;
          snoozed_until?: string | null;
          title?: string;
          type?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "notifications_lead_id_fkey";
            columns: ["lead_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "notifications_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      performance_targets: {
        Row: {
          id: string;
          metric: string;
          period_start: string;
          project_id: string;
          target: number;
        };
        ComputedFields: never;
        Insert: {
          id?: string;
          metric: string;
          period_start: string;
          project_id: string;
          target: number;
        };
        Update: {
          id?: string;
          metric?: string;
          period_start?: string;
          project_id?: string;
          target?: number;
        };
        Relationships: [
          {
            foreignKeyName: "performance_targets_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      project_members: {
        Row: {
          created_at: string;
          project_id: string;
          role: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          project_id: string;
          role?: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          project_id?: string;
          role?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "project_members_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      projects: {
        Row: {
          client_id: string;
          created_at: string;
          id: string;
          name: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          client_id: string;
          created_at?: string;
          id?: string;
          name: string;
          updated_at?: string;
        };
        Update: {
          client_id?: string;
          created_at?: string;
          id?: string;
          name?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "projects_client_id_fkey";
            columns: ["client_id"];
            isOneToOne: false;
            referencedRelation: "clients";
            referencedColumns: ["id"];
          },
        ];
      };
      settings_events: {
        Row: {
          actor: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          device: string | null;
          id: number;
          op_id: string | null;
          owner: string;
          path: string;
          project_id: string | null;
          section: string;
          source: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          actor?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          device?: string | null;
          id?: never;
          op_id?: string | null;
          owner: string;
          path: string;
          project_id?: string | null;
          section: string;
          source: string;
          version: number;
        };
        Update: {
          actor?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          device?: string | null;
          id?: never;
          op_id?: string | null;
          owner?: string;
          path?: string;
          project_id?: string | null;
          section?: string;
          source?: string;
          version?: number;
        };
        Relationships: [];
      };
      user_app_preferences: {
        Row: {
          created_at: string;
          data_preferences: NonNullable<Json>;
          feature_preferences: NonNullable<Json>;
          id: string;
          integration_settings: NonNullable<Json>;
          interface_settings: NonNullable<Json>;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          data_preferences?: NonNullable<Json>;
          feature_preferences?: NonNullable<Json>;
          id?: string;
          integration_settings?: NonNullable<Json>;
          interface_settings?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          created_at?: string;
          data_preferences?: NonNullable<Json>;
          feature_preferences?: NonNullable<Json>;
          id?: string;
          integration_settings?: NonNullable<Json>;
          interface_settings?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [];
      };
      user_dashboard_settings: {
        Row: {
          client_id: string | null;
          created_at: string;
          dashboard_preferences: NonNullable<Json>;
          id: string;
          project_id: string | null;
          updated_at: string;
          user_id: string;
          version: number;
          widget_layout: NonNullable<Json>;
          widget_visibility: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          client_id?: string | null;
          created_at?: string;
          dashboard_preferences?: NonNullable<Json>;
          id?: string;
          project_id?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          widget_layout?: NonNullable<Json>;
          widget_visibility?: NonNullable<Json>;
        };
        Update: {
          client_id?: string | null;
          created_at?: string;
          dashboard_preferences?: NonNullable<Json>;
          id?: string;
          project_id?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          widget_layout?: NonNullable<Json>;
          widget_visibility?: NonNullable<Json>;
        };
        Relationships: [
          {
            foreignKeyName: "user_dashboard_settings_client_id_fkey";
            columns: ["client_id"];
            isOneToOne: false;
            referencedRelation: "clients";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "user_dashboard_settings_project_id_fkey";
            columns: ["project_id"];
            isOneToOne: false;
            referencedRelation: "projects";
            referencedColumns: ["id"];
          },
        ];
      };
      user_notification_settings: {
        Row: {
          apps_notifications: NonNullable<Json>;
          created_at: string;
          email_notifications: NonNullable<Json>;
          id: string;
          in_app_notifications: NonNullable<Json>;
          notification_schedule: NonNullable<Json>;
          push_notifications: NonNullable<Json>;
          sms_notifications: NonNullable<Json>;
          updated_at: string;
          user_id: string;
          version: number;
          whatsapp_notifications: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          apps_notifications?: NonNullable<Json>;
          created_at?: string;
          email_notifications?: NonNullable<Json>;
          id?: string;
          in_app_notifications?: NonNullable<Json>;
          notification_schedule?: NonNullable<Json>;
          push_notifications?: NonNullable<Json>;
          sms_notifications?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
          version?: number;
          whatsapp_notifications?: NonNullable<Json>;
        };
        Update: {
          apps_notifications?: NonNullable<Json>;
          created_at?: string;
          email_notifications?: NonNullable<Json>;
          id?: string;
          in_app_notifications?: NonNullable<Json>;
          notification_schedule?: NonNullable<Json>;
          push_notifications?: NonNullable<Json>;
          sms_notifications?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
          version?: number;
          whatsapp_notifications?: NonNullable<Json>;
        };
        Relationships: [];
      };
      user_session_state: {
        Row: {
          created_at: string;
          current_context: NonNullable<Json>;
          expires_at: string;
          id: string;
          session_id: string;
          ui_state: NonNullable<Json>;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          current_context?: NonNullable<Json>;
          expires_at?: string;
          id?: string;
          session_id: string;
          ui_state?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
        };
        Update: {
          created_at?: string;
          current_context?: NonNullable<Json>;
          expires_at?: string;
          id?: string;
          session_id?: string;
          ui_state?: NonNullable<Json>;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [];
      };
    };
    Views: {
      effective_app_preferences: {
        Row: {
          data_preferences: Json | null;
          feature_preferences: Json | null;
          integration_settings: Json | null;
          interface_settings: Json | null;
          user_id: string | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      effective_dashboard_settings: {
        Row: {
          dashboard_preferences: Json | null;
          project_id: string | null;
          user_id: string | null;
          widget_layout: Json | null;
          widget_visibility: Json | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      effective_notification_settings: {
        Row: {
          apps_notifications: Json | null;
          email_notifications: Json | null;
          in_app_notifications: Json | null;
          notification_schedule: Json | null;
          push_notifications: Json | null;
          sms_notifications: Json | null;
          user_id: string | null;
          whatsapp_notifications: Json | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
    };
    Functions: {
      add_destination: {
        Args: { address: string; channel: string; device_id?: string; keys?: Json; name?: string };
        Returns: Json;
      };
      add_leads: { Args: { leads: Json; project_id: string }; Returns: Json };
      answer_meeting: {
        Args: { answer?: string; meeting_id: string; sequence: number; user_id: string };
        Returns: Json;
      };
      begin_deliveries: { Args: { ids: string[]; lease: string; moment?: string }; Returns: Json };
      begin_lead_mail: {
        Args: { body: string; lead: string; mail_id: string; person: string; subject: string };
        Returns: Json;
      };
      begin_whatsapp_message: {
        Args: {
          agreed: boolean;
          body: string;
          connection: string;
          kind: string;
          lead: string;
          number: string;
          wa: string;
        };
        Returns: string;
      };
      change_notifications: { Args: { change: Json; ids: string[] }; Returns: Json };
      choose_project_kinds: {
        Args: { categories: string[]; person: string; project: string; provider: string };
        Returns: boolean;
      };
      claim_deliveries: { Args: { lease_seconds?: number; moment?: string; most?: number }; Returns: Json };
      cleanup_expired_sessions: { Args: Record<PropertyKey, never>; Returns: number };
      clear_session_state: { Args: { session_id: string }; Returns: boolean };
      complete_deliveries: { Args: { lease: string; moment?: string; results: Json }; Returns: number };
      complete_project_posts: { Args: { lease: string; problem?: string; results: Json }; Returns: number };
      connect_integration: {
        Args: {
          account: Json;
          expires_at?: string;
          kind: string;
          notifies?: boolean;
          provider: string;
          scopes: string[];
          tokens: string;
          user_id: string;
        };
        Returns: Json;
      };
      count_deliveries: { Args: Record<PropertyKey, never>; Returns: Json };
      count_faults: { Args: Record<PropertyKey, never>; Returns: number };
      create_notification: {
        Args: {
          action_url?: string;
          category?: string;
          collapse_key?: string;
          dedupe_key?: string;
          expires_at?: string;
          lead_id?: string;
          message?: string;
          metadata?: Json;
          occurred_at?: string;
          params?: Json;
          priority?: string;
          project_id?: string;
          title: string;
          type?: string;
          user_id: string;
        };
        Returns: Json;
      };
      create_workspace: { Args: { name: string; project: string }; Returns: Json };
      delete_account: { Args: Record<PropertyKey, never>; Returns: boolean };
      delivery_is_due: { Args: Record<PropertyKey, never>; Returns: boolean };
      disable_after_event: {
        Args: { addresses: string[]; channel: string; event_id: string; provider: string; reason: string };
        Returns: boolean;
      };
      disable_destination: { Args: { address: string; channel: string; reason: string }; Returns: number };
      disconnect_integration: { Args: { connection: string }; Returns: boolean };
      drop_push_destination: { Args: { device_id: string }; Returns: boolean };
      enable_destination: { Args: { address: string; channel: string }; Returns: number };
      end_sign_ins: { Args: { sign_in?: string }; Returns: number };
      find_integration: { Args: { connection?: string; provider?: string; user_id?: string }; Returns: Json };
      find_leads: { Args: { search: string }; Returns: Json };
      find_project_app: { Args: { person: string; project: string; provider: string }; Returns: Json };
      forgive_sign_in_attempts: { Args: { account: string }; Returns: undefined };
      get_account: { Args: Record<PropertyKey, never>; Returns: Json };
      get_bootstrap: { Args: { project_id?: string; session_id?: string }; Returns: Json };
      get_calendar_address: { Args: Record<PropertyKey, never>; Returns: Json };
      get_dashboard_panels: {
        Args: {
          bounds: string[];
          clock_changes: string[];
          clock_minutes: number[];
          month: string[];
          month_starts: string;
          panels: string[];
          previous: string[];
          project_id: string;
        };
        Returns: Json;
      };
      get_deliveries: { Args: { notification_ids: string[] }; Returns: Json };
      get_inbox: {
        Args: {
          before_seq?: number;
          category?: string;
          channel?: string;
          kind?: string;
          open_id?: string;
          page_size?: number;
          project_id?: string;
          search?: string;
          told?: Json;
          view?: string;
        };
        Returns: Json;
      };
      get_lead: { Args: { lead_id: string }; Returns: Json };
      get_lead_counts: {
        Args: {
          counts?: string[];
          counts_from?: string;
          counts_to?: string;
          project_id: string;
          search?: string;
        };
        Returns: Json;
      };
      get_lead_talk: {
        Args: { before_at?: string; before_id?: string; lead_id: string; size?: number };
        Returns: Json;
      };
      get_leads: {
        Args: {
          ascending?: boolean;
          before_at?: string;
          before_id?: string;
          before_key?: string;
          contacts?: boolean;
          counts?: string[];
          counts_from?: string;
          counts_to?: string;
          heat?: string;
          page_size?: number;
          project_id: string;
          search?: string;
          sort?: string;
        };
        Returns: Json;
      };
      get_notification_subscriptions: { Args: { project_id?: string }; Returns: Json };
      get_notifications: { Args: { after_seq?: number; page_size?: number }; Returns: Json };
      get_own_data: { Args: { after?: number; part: string }; Returns: Json };
      get_own_meetings: { Args: { since: string }; Returns: Json };
      get_project_apps: { Args: Record<PropertyKey, never>; Returns: Json };
      get_settings: { Args: { project_id?: string }; Returns: Json };
      get_settings_as_of: { Args: { moment: string }; Returns: Json };
      get_settings_events: {
        Args: {
          before_id?: number;
          page_size?: number;
          path_prefix?: string;
          project_id?: string;
          sections?: string[];
          sources?: string[];
        };
        Returns: Json;
      };
      get_start: { Args: { project_id: string }; Returns: Json };
      get_team_times: { Args: { lead_id: string; since: string; until: string }; Returns: Json };
      hasten_integration: { Args: { connection: string }; Returns: boolean };
      judge_lead: { Args: { judgement: Json; lead_id: string; since?: Json }; Returns: Json };
      keep_integration_event: {
        Args: { body: string; connection: string; event_id: string; tokens: string };
        Returns: string;
      };
      keep_project_app: {
        Args: {
          account: Json;
          categories: string[];
          person: string;
          project: string;
          provider: string;
          tokens: string;
        };
        Returns: boolean;
      };
      keep_whatsapp_account: {
        Args: { account: string; connection: string; number?: string };
        Returns: boolean;
      };
      keep_whatsapp_events: { Args: { events: Json }; Returns: Json };
      lease_tokens: { Args: { connection: string; seconds: number; version: number }; Returns: boolean };
      list_dead_deliveries: { Args: { page_size?: number }; Returns: Json };
      list_destinations: { Args: Record<PropertyKey, never>; Returns: Json };
      list_old_ciphertexts: { Args: { after: string; key: string; most: number }; Returns: Json };
      make_due_notifications: { Args: Record<PropertyKey, never>; Returns: number };
      mark_notifications_read: { Args: { ids: string[]; read?: boolean }; Returns: Json };
      mark_notifications_through: {
        Args: { marked_at?: string; read?: boolean; up_to_seq: number };
        Returns: Json;
      };
      note_channel_news: { Args: { channel: string; inbound: Json; reports: Json }; Returns: number };
      note_integration: { Args: { connection: string; report: Json }; Returns: string };
      note_sent: { Args: { id: string }; Returns: boolean };
      note_zone_version: { Args: { version: string }; Returns: boolean };
      patch_app_preferences: {
        Args: { base?: Json; device?: string; op_id: string; patch: Json; scope: Json; source?: string };
        Returns: Json;
      };
      patch_dashboard_settings: {
        Args: { base?: Json; device?: string; op_id: string; patch: Json; scope: Json; source?: string };
        Returns: Json;
      };
      patch_notification_settings: {
        Args: { base?: Json; device?: string; op_id: string; patch: Json; scope: Json; source?: string };
        Returns: Json;
      };
      patch_session_state: { Args: { patch: Json; scope: Json }; Returns: Json };
      pause_destination: { Args: { id: string; paused: boolean }; Returns: Json };
      read_calendar: { Args: { person: string; version: number }; Returns: Json };
      remove_destination: { Args: { id: string }; Returns: boolean };
      remove_project_app: { Args: { person: string; project: string; provider: string }; Returns: boolean };
      renew_push_destination: { Args: { address: string; keys: Json; old_address?: string }; Returns: Json };
      replace_ciphertext: { Args: { after: string; before: string; connection: string }; Returns: boolean };
      resend_delivery: { Args: { id: string }; Returns: boolean };
      retry_integration_events: { Args: { connection: string }; Returns: number };
      set_calendar_address: { Args: { wanted: boolean }; Returns: Json };
      set_lead_mail_stop: { Args: { lead_id: string; stopped: boolean }; Returns: boolean };
      set_notification_subscription: {
        Args: { lead_id?: string; project_id: string; state?: string; until?: string };
        Returns: Json;
      };
      set_performance_targets: { Args: { month: string; project_id: string; targets: Json }; Returns: Json };
      settings_defaults: { Args: Record<PropertyKey, never>; Returns: Json };
      settle_lead_mail: {
        Args: { mail_id: string; problem?: string; provider_id?: string };
        Returns: boolean;
      };
      settle_whatsapp_message: { Args: { code?: number; message: string; wamid?: string }; Returns: boolean };
      share_whatsapp: { Args: { person: string; project?: string }; Returns: boolean };
      store_bookings: { Args: { connection: string; items: Json }; Returns: Json };
      store_plans: { Args: { moment?: string; plans: Json }; Returns: number };
      store_tokens: {
        Args: { connection: string; expires_at: string; scopes: string[]; tokens: string; version: number };
        Returns: boolean;
      };
      store_whatsapp_templates: {
        Args: { connection: string; given: Json; whole: boolean };
        Returns: number;
      };
      take_back_leads: { Args: { leads?: string[]; project_id: string }; Returns: number };
      take_back_note: { Args: { note_id: string }; Returns: boolean };
      take_destination: { Args: { code_hash?: string; id: string; user_id: string }; Returns: Json };
      take_due_integrations: { Args: { lease_seconds: number; most: number }; Returns: Json };
      take_integration_events: {
        Args: { lease_seconds: number; most: number; most_attempts: number };
        Returns: Json;
      };
      take_integration_press: { Args: { user_id: string }; Returns: boolean };
      take_project_posts: { Args: { lease_seconds: number }; Returns: Json };
      take_sign_in_attempt: { Args: { account?: string; address?: string; deed: string }; Returns: number };
      take_unrouted: { Args: { moment?: string; most?: number }; Returns: Json };
      take_webhook_event: { Args: { event_id: string; provider: string }; Returns: boolean };
      take_whatsapp_media: { Args: { message: string; person: string }; Returns: Json };
      tell_people: {
        Args: { dedupe_key?: string; lead_id?: string; params: Json; people: string[]; project_id?: string };
        Returns: Json;
      };
      try_project_app: { Args: { person: string; project: string; provider: string }; Returns: boolean };
      unsubscribe: {
        Args: { category: string; channel: string; undo?: boolean; user_id: string };
        Returns: number;
      };
      untold_whatsapp: { Args: { connection: string }; Returns: string[] };
      verify_destination: { Args: { code: string; id: string }; Returns: Json };
      whatsapp_account_is_shared: { Args: { account: string; connection: string }; Returns: boolean };
      whatsapp_card: { Args: { person: string }; Returns: Json };
      whatsapp_standing: { Args: { lead: string; person: string }; Returns: Json };
      work_in_whatsapp: { Args: { connection: string; items: Json }; Returns: Json };
      write_note: { Args: { body: string; lead_id: string; note_id: string }; Returns: boolean };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    keyof (DefaultSchema["Tables"] & DefaultSchema["Views"]) | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    keyof DefaultSchema["Enums"] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    keyof DefaultSchema["CompositeTypes"] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
