export async function enter(name) {
    process.exitCode = 1;
    const [major] = process.versions.node.split('.');
    if (Number(major) < 24) {
        console.log('::error::This action needs Node.js 24, but the runner started it with ' +
            `${process.versions.node}: ` +
            'use a runner that supports node24 actions.');
    }
    else {
        const { start } = await import('./start.js');
        await start(name);
    }
}
