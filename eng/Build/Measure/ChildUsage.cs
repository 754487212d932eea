using System.Runtime.InteropServices;

namespace SuperTokens.Build.Measure;

/// <summary>The CPU time of the processes this one started, once they have ended. Linux.</summary>
internal static class ChildUsage
{
    private const int Children = -1;

    /// <summary>User and system time so far, in ms.</summary>
    internal static double Milliseconds()
    {
        // struct rusage begins with two struct timeval; the rest is of no interest here.
        var usage = new long[18];
        return GetUsage(Children, usage) == 0
            ? ((usage[0] + usage[2]) * 1000d) + ((usage[1] + usage[3]) / 1000d)
            : throw new BuildException("getrusage failed: the CPU time of other processes cannot be read here.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, long[] usage);
}
