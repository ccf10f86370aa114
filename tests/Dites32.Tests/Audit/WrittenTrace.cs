using Dites32.Core.Shared;

namespace Dites32.Tests.Audit;

/// <summary>An entry of the trail as it was written at that time, for the owner to put there.</summary>
internal sealed record WrittenTrace(string At)
{
    public ActorKind By { get; init; } = ActorKind.System;
    public Guid? AccountId { get; init; }
    public Guid? LinkId { get; init; }
    public string Action { get; init; } = "SweepOutbox";
    public string? Kind { get; init; }
    public Guid? SubjectId { get; init; }
    public string? Purpose { get; init; }

    public string Sql => $"""
        SELECT audit_month(date_trunc('month', '{At}'::timestamptz AT TIME ZONE 'UTC')::date);
        INSERT INTO audit_entry (at, actor_kind, account_id, link_id, action, subject_kind, subject_id, purpose)
        VALUES ('{At}', '{By}', {Quoted(AccountId)}, {Quoted(LinkId)}, '{Action}', {Quoted(Kind)}, {Quoted(SubjectId)}, {Quoted(Purpose)});
        """;

    private static string Quoted(object? value) => value is null ? "NULL" : $"'{value}'";
}
