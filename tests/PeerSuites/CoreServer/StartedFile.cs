using System.Globalization;

namespace SuperTokens.PeerSuites.CoreServer;

/// <summary>What a core leaves in the folder it is started in while it runs: a file with its process id, by which the suites know it and end it.</summary>
internal sealed class StartedFile : IDisposable
{
    private readonly string _path;

    private StartedFile(string path) => _path = path;

    public static StartedFile Write(string host, string port)
    {
        var path = Path.Combine(Directory.CreateDirectory(".started").FullName, $"{host}-{port}");
        File.WriteAllText(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        return new StartedFile(path);
    }

    public void Dispose() => File.Delete(_path);
}
