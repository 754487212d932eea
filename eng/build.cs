#!/usr/bin/env dotnet
#:project Build/SuperTokens.Build.csproj

// The one entry for every chore of this repository: dotnet eng/build.cs help
return await SuperTokens.Build.BuildCommand.RunAsync(args);
