using System.Security.Cryptography;

namespace Dites32.Core.Shared;

/// <summary>Names an unexpected error of a background loop in the log.</summary>
internal static class ErrorNumber
{
    public static string Draw() => $"{RandomNumberGenerator.GetHexString(4)}-{RandomNumberGenerator.GetHexString(4)}";
}
