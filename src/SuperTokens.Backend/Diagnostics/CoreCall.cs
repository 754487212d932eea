using System.Diagnostics;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>A call to the core that is under way.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path without its variable parts.</param>
/// <param name="Activity">Its activity, if somebody listens.</param>
/// <param name="Started">When it began.</param>
internal readonly record struct CoreCall(string Method, string Template, Activity? Activity, long Started);
