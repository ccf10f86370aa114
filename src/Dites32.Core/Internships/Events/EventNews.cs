namespace Dites32.Core.Internships.Events;

/// <summary>What an intern is told of an event.</summary>
internal enum EventNews { Registered, Waiting, MovedUp, Changed, Cancelled, Left, Reminder }
